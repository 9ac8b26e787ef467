const n = (count: number): string => count.toLocaleString('en');
const runsText = (count: number): string => (count === 1 ? '1 run' : `${n(count)} runs`);

export const operations = {
  title: 'Operations',
  lead: 'Everybody’s runs of a day (UTC): how they go, without inputs and rows.',
  denied: 'Only operators see the runs of others.',
  count: (shown: number, all: number) => (shown === all ? `(${n(all)})` : `(${n(shown)} of ${n(all)})`),
  asOf: (moment: string) => `As of ${moment}; read anew every 10 seconds.`,
  refresh: 'Refresh',
  loading: 'Reading the runs',
  noneTitle: 'No runs',
  none: 'Nobody ran anything on this day.',
  noMatchTitle: 'No run matches',
  noMatch: 'No run of this day is like this.',
  day: 'Day (UTC)',
  person: 'Person',
  report: 'Report',
  anyReport: 'Any report',
  status: 'Status',
  anyStatus: 'Any status',
  open: 'Going on',
  order: 'Order',
  latest: 'Latest first',
  longest: 'Longest first',
  columns: {
    report: 'Report',
    person: 'Person',
    status: 'Status',
    when: 'Asked for',
    duration: 'Duration',
    rows: 'Rows',
    stop: 'Intervene',
  },
  stop: 'Stop',
  stopNamed: (title: string, person: string) => `Stop: ${title}, of ${person}`,
  stopping: 'Stopping',
  stopTitle: 'Stop this run?',
  stopBody: (title: string, person: string) =>
    `The work in Redshift for “${title}” of ${person} is ended. The rows that it has not answered yet are lost.`,
  shared: (others: number, people: string) =>
    `${runsText(others)} of others ${others === 1 ? 'waits' : 'wait'} for the same statement and ${others === 1 ? 'is' : 'are'} stopped with it: ${people}.`,
  told: (email: string) => `They are told that ${email} has stopped it.`,
  keep: 'Let it run',
  stopped: (count: number) =>
    count === 1
      ? 'The run is being stopped. It is listed as cancelled as soon as Redshift has ended it.'
      : `${n(count)} runs are being stopped. They are listed as cancelled as soon as Redshift has ended their statement.`,
  details: 'Run',
  close: 'Close',
  fields: {
    runId: 'Run',
    statement: 'Statement led by run',
    statementId: 'Statement',
    started: 'Started',
    ended: 'Ended',
    asOf: 'Data as of',
    error: 'Error',
    stoppedBy: 'Stopped by',
  },
};
