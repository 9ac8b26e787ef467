export const inbox = {
  title: 'Inbox',
  label: (unseen: number) => (unseen === 0 ? 'Inbox: nothing new' : `Inbox: ${unseen} not looked at yet`),
  many: (unseen: number) => (unseen > 99 ? '99+' : String(unseen)),
  running: 'Still going on',
  ended: 'Ended, not looked at yet',
  none: 'You have looked at everything that has ended.',
  lookAll: 'Mark all as looked at',
  all: 'All runs',
  close: 'Close the inbox',
  more: (n: number) => (n === 1 ? 'And 1 more' : `And ${n} more`),
};
