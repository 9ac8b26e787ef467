export const sideBySide = {
  title: 'Side by side',
  lead: 'Two reports over one connection. Each half hears only of its own runs.',
  left: 'Left report',
  right: 'Right report',
  pick: 'Pick a report',
  emptyTitle: 'Nothing here yet',
  empty: 'Pick a report above to see it beside the other one.',
};
