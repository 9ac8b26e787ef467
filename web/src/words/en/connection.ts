export const connection = {
  states: {
    closed: 'closed',
    connecting: 'connecting',
    open: 'open',
    reconnecting: 'reconnecting',
    asking: 'by asking',
  },
  label: (state: string) => `Connection: ${state}`,
  open: 'Open Connection',
  close: 'Close Connection',
  lost: 'The connection is lost',
  why: (reason: string) => `${reason} Trying again by itself.`,
  hints: {
    closed: {
      title: 'The connection is closed',
      text: 'Runs still work; the page asks for their state every few seconds.',
    },
    asking: {
      title: 'WebSockets are blocked',
      text: 'Something between this page and the server lets no WebSocket through. Everything works all the same: the page asks for news every few seconds, and tries again by itself.',
    },
  },
};
