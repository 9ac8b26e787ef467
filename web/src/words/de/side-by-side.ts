export const sideBySide = {
  title: 'Nebeneinander',
  lead: 'Zwei Berichte über eine Verbindung. Jede Hälfte erfährt nur von ihren eigenen Läufen.',
  left: 'Linker Bericht',
  right: 'Rechter Bericht',
  pick: 'Bericht auswählen',
  emptyTitle: 'Noch nichts ausgewählt',
  empty: 'Wählen Sie oben einen Bericht, um ihn neben dem anderen zu sehen.',
};
