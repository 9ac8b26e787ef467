export const connection = {
  states: {
    closed: 'getrennt',
    connecting: 'wird hergestellt',
    open: 'aktiv',
    reconnecting: 'wird wiederhergestellt',
    asking: 'per Abfrage',
  },
  label: (state: string) => `Verbindung: ${state}`,
  open: 'Verbindung herstellen',
  close: 'Verbindung trennen',
  lost: 'Die Verbindung ist unterbrochen',
  why: (reason: string) => `${reason} Es wird automatisch erneut versucht.`,
  hints: {
    closed: {
      title: 'Die Verbindung ist getrennt',
      text: 'Läufe funktionieren weiterhin; die Seite fragt alle paar Sekunden nach ihrem Stand.',
    },
    asking: {
      title: 'WebSockets sind blockiert',
      text: 'Etwas zwischen dieser Seite und dem Server lässt keinen WebSocket durch. Alles funktioniert trotzdem: Die Seite fragt alle paar Sekunden nach Neuigkeiten und versucht es von selbst erneut.',
    },
  },
};
