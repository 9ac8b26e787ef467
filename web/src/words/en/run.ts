export const run = {
  asked: 'Asking',
  refused: 'Not run',
  queued: 'Queued',
  inLine: (place: number) => `Queued, ${ordinal(place)} in line`,
  running: 'Running',
  succeeded: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  cancelling: 'Cancelling',
  usual: (time: string) => `Usually takes ${time}`,
  longerThanUsual: (time: string) => `Usually takes ${time}; longer than usual this time`,
  usualLabel: 'Time gone by of the usual',
  forTime: (time: string) => `for ${time}`,
  rows: (n: number) => (n === 1 ? '1 row' : `${n.toLocaleString('en')} rows`),
  stoppedBy: (email: string) => `stopped by ${email}`,
  stoppedTitle: (email: string) => `This run was stopped by ${email}`,
  stoppedBody:
    'An operator ended the work in Redshift, for everybody who waited for it. Ask them before you run it again.',
  took: (time: string) => `in ${time}`,
  announce: (title: string, status: string) => `${title}: ${status}`,
  asOf: (moment: string) => `Data as of ${moment}`,
  dataLoaded: (moment: string) => `Data loaded ${moment}`,
  newer: (moment: string) => `Newer data was loaded ${moment}`,
  fresh: 'Run again, fresh',
  about: 'About this run',
  fields: {
    report: 'Report',
    inputs: 'Inputs',
    resolved: 'Relative dates stood for',
    status: 'Status',
    created: 'Asked for',
    started: 'Started',
    ended: 'Ended',
    asOf: 'Read by Redshift',
    dataLoaded: 'Data loaded',
    rows: 'Rows',
    runId: 'Run',
    statementId: 'Statement',
  },
  who: 'Asked for by',
  duration: 'Duration',
  noInputs: 'None',
  waitingTitle: 'The answer is on its way',
  waiting: 'It appears here by itself. Large questions may take minutes.',
  cancelledTitle: 'This run was cancelled',
  cancelledBody: 'Press Run to ask again.',
};

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `1st`, `2nd`, `11th`, `23rd`. */
function ordinal(n: number): string {
  return `${n}${ENDINGS[ORDINALS.select(n)] ?? 'th'}`;
}
