import {
  callsOf,
  failing,
  input,
  lambdaCause,
  runReport,
  statement,
  statementId,
  toldFailure,
} from './run-report.ts';

const download = { of: '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab4', format: 'csv' };
const preparing = { input: { ...input, download } };
/** There is no SQL: what is written is another run's statement. */
const admitted = { PrepareStatement: () => ({ Payload: { admission: statement.admission } }) };

test('a run that prepares a file lets Redshift write it, and is recorded and told like any other', async () => {
  const result = await runReport(admitted, preparing);
  expect(result).toMatchObject({ status: 'SUCCEEDED', output: { runId: input.runId, statementId } });
  expect(result.path.slice(-5)).toEqual([
    'AdmitRun',
    'IsAdmitted',
    'UnloadResult',
    'RecordStatement',
    'Notify',
  ]);
  expect(callsOf(result, 'UnloadResult')).toEqual([
    { FunctionName: 'arn:unload-result', Payload: { runId: input.runId, owner: 'ada', download } },
  ]);
});

test('it stands in line like any other', async () => {
  const result = await runReport(
    { ...admitted, AdmitRun: () => ({ Payload: { decision: 'waiting' } }) },
    preparing,
  );
  expect(result.path.slice(-3)).toEqual(['IsAdmitted', 'NotifyOwner', 'Ended']);
});

test.each(['ResultExpired', 'QueryFailed'])('%s ends it, and is told', async (name) => {
  const cause = lambdaCause(name, { message: 'no' });
  const result = await runReport({ ...admitted, ...failing(name, cause)('UnloadResult') }, preparing);
  expect(toldFailure(result)).toEqual({ name, message: 'no' });
  expect(callsOf(result, 'UnloadResult')).toHaveLength(1);
});

test.each(['Lambda.TooManyRequestsException', 'Unavailable', 'States.Timeout'])(
  '%s is tried again, and told when it does not pass',
  async (name) => {
    const passes = await runReport({ ...admitted, ...failing(name, 'so', 4)('UnloadResult') }, preparing);
    expect(passes).toMatchObject({ status: 'SUCCEEDED' });
    const stays = await runReport({ ...admitted, ...failing(name)('UnloadResult') }, preparing);
    expect(toldFailure(stays)).toMatchObject({ name: 'Unavailable' });
    expect(callsOf(stays, 'UnloadResult')).toHaveLength(5);
  },
);

test('whatever else goes wrong is told without its words', async () => {
  const result = await runReport({ ...admitted, ...failing('Error', 'secret')('UnloadResult') }, preparing);
  expect(toldFailure(result)).toEqual({
    name: 'InternalError',
    message: 'Something went wrong on our side.',
  });
});
