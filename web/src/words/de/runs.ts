export const runs = {
  title: 'Läufe',
  lead: 'Alles, was Sie ausgeführt haben, auf jedem Gerät und auf dem neuesten Stand.',
  columns: {
    report: 'Bericht',
    status: 'Status',
    when: 'Angefragt',
  },
  noneTitle: 'Noch keine Läufe',
  none: 'Führen Sie einen Bericht aus, und er erscheint hier mit seinem Ergebnis.',
  toReports: 'Zu den Berichten',
  again: 'Erneut ausführen',
  loading: 'Lauf wird geladen',
};
