export const told = {
  leave: 'You may leave this page; the run goes on, and you will be told here when it is done.',
  tellMe: 'Tell me in the browser, too',
  on: 'The browser tells you, too.',
  noMore: 'Tell me here only',
  refused: 'This browser lets the page show no notifications.',
  ended: (title: string, status: string) => `${title}: ${status}`,
  show: 'Show it',
  showOf: (title: string) => `Show it: ${title}`,
  mark: (n: number, title: string) => `(${n}) ${title}`,
  unseen: (n: number) => `${n} new`,
};
