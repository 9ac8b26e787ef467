export const told = {
  leave:
    'Sie können diese Seite verlassen; der Lauf geht weiter, und Sie werden hier benachrichtigt, wenn er fertig ist.',
  tellMe: 'Auch im Browser benachrichtigen',
  on: 'Der Browser benachrichtigt Sie ebenfalls.',
  noMore: 'Nur hier benachrichtigen',
  refused: 'Dieser Browser lässt keine Benachrichtigungen der Seite zu.',
  ended: (title: string, status: string) => `${title}: ${status}`,
  show: 'Anzeigen',
  showOf: (title: string) => `Anzeigen: ${title}`,
  mark: (n: number, title: string) => `(${n}) ${title}`,
  unseen: (n: number) => `${n} neu`,
};
