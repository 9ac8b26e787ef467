import { type RunRecord, runMessage, toOperatorRun, toRun } from './run-record.ts';
import { exampleRun, statementId } from './testing/examples.ts';

const at = '2015-12-01T12:00:00.000Z';
/** A record with something in every field; what is ours says so. */
const full = exampleRun({
  topic: 'left',
  requestId: 'r1',
  status: 'failed',
  startedAt: at,
  endedAt: at,
  place: 2,
  asOf: at,
  maxRows: 1000,
  email: true,
  statementId,
  rows: 7,
  resolved: { month: '2015-11' },
  error: { name: 'QueryFailed', message: 'ERROR' },
  stoppedBy: 'operator@example.com',
  execution: 'arn:aws:states:…',
  fresh: true,
  statement: 'the leader',
  scope: { sources: ['ours'], hash: 'ours' },
  pageKey: 'ours',
  relaunches: 3,
  told: 'ours',
} satisfies Partial<RunRecord>);

const shown = [
  ...['runId', 'report', 'title', 'status', 'cursor', 'createdAt', 'changedAt', 'startedAt', 'endedAt'],
  ...['place', 'asOf', 'maxRows', 'email', 'statementId', 'rows', 'error', 'stoppedBy'],
];
const typed = ['inputs', 'resolved', 'topic', 'requestId'];

test.each([
  ['its owner', toRun, [...shown, ...typed]],
  ['a message', runMessage, [...shown, ...typed, 'type']],
  ['an operator', toOperatorRun, [...shown, 'owner', 'ownerEmail', 'statement', 'execution']],
] as const)('shows %s these fields and no other', (_case, show, fields) => {
  const seen = show(full);
  expect(Object.keys(seen).sort()).toEqual([...fields].sort());
  expect(JSON.stringify(seen)).not.toContain('ours');
});

test('a field that the run has not is left out', () => {
  expect(Object.keys(toRun(exampleRun({ place: undefined })))).not.toContain('place');
});
