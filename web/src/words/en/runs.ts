export const runs = {
  title: 'Runs',
  lead: 'What you have run, on any device, as it stands this moment.',
  columns: {
    report: 'Report',
    status: 'Status',
    when: 'Asked for',
  },
  noneTitle: 'No runs yet',
  none: 'Run a report, and it is listed here with its result.',
  toReports: 'Go to the reports',
  again: 'Run again',
  loading: 'Loading the run',
};
