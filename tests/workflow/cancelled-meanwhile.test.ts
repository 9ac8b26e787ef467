import { callsOf, failing, input, recordedError, runReport, statementId } from './run-report.ts';

/** The run was no longer queued when its statement was to be recorded. */
const notQueued = () => failing('DynamoDB.ConditionalCheckFailedException')('RecordStatement');
const found = (status: string) => ({ FindRun: () => ({ Item: { status: { S: status } } }) });

test.each(['cancelled', 'failed'])(
  'the statement of a run that was %s meanwhile is stopped',
  async (status) => {
    const result = await runReport({ ...notQueued(), ...found(status) });
    expect(result).toMatchObject({
      status: 'SUCCEEDED',
      output: { runId: input.runId, statementId, status },
    });
    expect(result.path.slice(-5)).toEqual([
      'RecordStatement',
      'FindRun',
      'WasCancelled',
      'StopStatement',
      'Ended',
    ]);
    expect(callsOf(result, 'RecordStatement')).toHaveLength(1);
    expect(callsOf(result, 'FindRun')).toEqual([
      { TableName: 'runs', Key: { runId: { S: input.runId } }, ConsistentRead: true },
    ]);
    expect(callsOf(result, 'StopStatement')).toEqual([{ Id: statementId }]);
  },
);

test('the statement of a run that is not there is stopped', async () => {
  const result = await runReport({ ...notQueued(), FindRun: () => ({}) });
  expect(callsOf(result, 'StopStatement')).toEqual([{ Id: statementId }]);
});

test('an event that was faster than the record leaves nothing to do', async () => {
  const result = await runReport({ ...notQueued(), ...found('succeeded') });
  expect(result).toMatchObject({ status: 'SUCCEEDED', output: { status: 'succeeded' } });
  expect(result.path.slice(-2)).toEqual(['WasCancelled', 'Ended']);
});

test('a second start of the workflow leaves the first one’s statement alone', async () => {
  const result = await runReport({ ...notQueued(), ...found('running') });
  expect(result).toMatchObject({ status: 'SUCCEEDED' });
  expect(result.path.slice(-2)).toEqual(['WasCancelled', 'Notify']);
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
])('a run that cannot be found because of %s fails', async (name, tries, error) => {
  const result = await runReport({ ...notQueued(), ...failing(name)('FindRun') });
  expect(callsOf(result, 'FindRun')).toHaveLength(tries);
  expect(recordedError(result)).toMatchObject({ name: error });
  expect(result.path.slice(-3)).toEqual(['RecordFailure', 'NotifyFailure', 'Failed']);
});
