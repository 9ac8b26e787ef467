export const inbox = {
  title: 'Posteingang',
  label: (unseen: number) =>
    unseen === 0 ? 'Posteingang: nichts Neues' : `Posteingang: ${unseen} noch nicht angesehen`,
  many: (unseen: number) => (unseen > 99 ? '99+' : String(unseen)),
  running: 'Noch unterwegs',
  ended: 'Beendet, noch nicht angesehen',
  none: 'Sie haben alles angesehen, was beendet ist.',
  lookAll: 'Alles als angesehen markieren',
  all: 'Alle Läufe',
  close: 'Posteingang schließen',
  more: (n: number) => (n === 1 ? 'Und 1 weiterer' : `Und ${n} weitere`),
};
