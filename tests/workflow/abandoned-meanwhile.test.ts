import { callsOf, failing, input, runReport, statementId } from './run-report.ts';

/** The statement was no longer queued when it was to be recorded. */
const notQueued = () => failing('DynamoDB.ConditionalCheckFailedException')('RecordStatement');
const found = (status: string) => ({ FindStatement: () => ({ Item: { status: { S: status } } }) });

test.each(['abandoned', 'cancelled', 'failed'])(
  'a statement that is %s meanwhile is stopped',
  async (status) => {
    const result = await runReport({ ...notQueued(), ...found(status) });
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: { runId: input.runId } });
    expect(result.path.slice(-5)).toEqual([
      'RecordStatement',
      'FindStatement',
      'IsWanted',
      'StopStatement',
      'Ended',
    ]);
    expect(callsOf(result, 'RecordStatement')).toHaveLength(1);
    expect(callsOf(result, 'FindStatement')).toEqual([
      { TableName: 'statements', Key: { id: { S: input.runId } }, ConsistentRead: true },
    ]);
    expect(callsOf(result, 'StopStatement')).toEqual([{ Id: statementId }]);
  },
);

test('a statement that is not there is stopped', async () => {
  const result = await runReport({ ...notQueued(), FindStatement: () => ({}) });
  expect(callsOf(result, 'StopStatement')).toEqual([{ Id: statementId }]);
});

test('an event that was faster than the record leaves nothing to do', async () => {
  const result = await runReport({ ...notQueued(), ...found('succeeded') });
  expect(result).toMatchObject({ status: 'SUCCEEDED', output: { runId: input.runId } });
  expect(result.path.slice(-2)).toEqual(['IsWanted', 'Ended']);
});

test('a second start of the workflow leaves the first one’s statement alone', async () => {
  const result = await runReport({ ...notQueued(), ...found('running') });
  expect(result).toMatchObject({ status: 'SUCCEEDED' });
  expect(result.path.slice(-2)).toEqual(['IsWanted', 'Notify']);
});

test('a statement that has finished needs no stopping', async () => {
  const cause = 'Could not cancel a query that is already in FINISHED state';
  const result = await runReport({
    ...notQueued(),
    ...failing('RedshiftData.ValidationException', cause)('StopStatement'),
  });
  expect(result).toMatchObject({ status: 'SUCCEEDED' });
  expect(callsOf(result, 'StopStatement')).toHaveLength(1);
});

test.each([
  'RedshiftData.QueryTimeoutException',
  'RedshiftData.DatabaseConnectionException',
  'RedshiftData.InternalServerException',
  'RedshiftData.RedshiftDataException',
  'RedshiftData.SdkClientException',
  'States.Timeout',
])('stopping is tried again after %s, and in the end fails the execution', async (name) => {
  const passes = await runReport({ ...notQueued(), ...failing(name, 'so', 4)('StopStatement') });
  expect(passes).toMatchObject({ status: 'SUCCEEDED' });
  const stays = await runReport({ ...notQueued(), ...failing(name)('StopStatement') });
  expect(stays).toMatchObject({ status: 'FAILED', error: name });
  expect(callsOf(stays, 'StopStatement')).toHaveLength(5);
});

test.each([
  ['DynamoDB.ThrottlingException', 5, 'Unavailable'],
  ['DynamoDB.ResourceNotFoundException', 1, 'InternalError'],
])(
  'a statement that cannot be found because of %s goes on: its event ends it',
  async (name, tries, error) => {
    const result = await runReport({ ...notQueued(), ...failing(name)('FindStatement') });
    expect(callsOf(result, 'FindStatement')).toHaveLength(tries);
    expect(result).toMatchObject({ status: 'FAILED', error });
    expect(result.path.slice(-2)).toEqual(['FindStatement', 'Failed']);
  },
);
