import { callsOf, execution, input, runReport, statement, statementId } from './run-report.ts';

const way = [
  'CheckReport',
  'LoadTemplate',
  'PrepareStatement',
  'AdmitRun',
  'IsAdmitted',
  'ExecuteStatement',
  'RecordStatement',
  'Notify',
];

test('a run goes from its template to Redshift, is recorded and told', async () => {
  const result = await runReport();
  expect(result).toMatchObject({
    status: 'SUCCEEDED',
    output: { runId: input.runId, statementId },
    path: way,
  });
  expect(callsOf(result, 'LoadTemplate')).toEqual([{ Bucket: 'templates', Key: 'reports/taxi/daily.sql' }]);
  expect(callsOf(result, 'PrepareStatement')).toEqual([
    { FunctionName: 'arn:prepare-statement', Payload: { ...input, template: 'select 1' } },
  ]);
  expect(callsOf(result, 'Notify')).toEqual([
    { FunctionName: 'arn:notify', Payload: { statement: input.runId } },
  ]);
});

test('admission is asked for with what it needs, and neither SQL nor inputs', async () => {
  const { runId, report, caller } = input;
  const Payload = { runId, report, caller, fresh: false, execution, admission: statement.admission };
  expect(callsOf(await runReport(), 'AdmitRun')).toEqual([{ FunctionName: 'arn:admit-run', Payload }]);
  const [fresh] = callsOf(await runReport({}, { input: { ...input, fresh: true } }), 'AdmitRun');
  expect(fresh.Payload.fresh).toBe(true);
});

test.each(['waiting', 'joined', 'reused'])(
  'a run that is %s is told to its owner and sends nothing',
  async (decision) => {
    const result = await runReport({ AdmitRun: () => ({ Payload: { decision } }) });
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: { runId: input.runId, decision } });
    expect(result.path.slice(-3)).toEqual(['IsAdmitted', 'NotifyOwner', 'Ended']);
    expect(callsOf(result, 'NotifyOwner')).toEqual([
      { FunctionName: 'arn:notify', Payload: { owner: 'ada', runId: input.runId } },
    ]);
  },
);

test('a run that has ended meanwhile is left alone', async () => {
  const result = await runReport({ AdmitRun: () => ({ Payload: { decision: 'ended' } }) });
  expect(result.path.slice(-3)).toEqual(['AdmitRun', 'IsAdmitted', 'Ended']);
});

test('the statement carries the run’s id, and is announced by an event', async () => {
  expect(callsOf(await runReport(), 'ExecuteStatement')).toEqual([
    {
      Sql: statement.sql,
      Database: 'dev',
      WorkgroupName: 'analytics',
      WithEvent: true,
      ClientToken: input.runId,
      StatementName: `readout:${input.runId}`,
      Parameters: [{ Name: 'month', Value: '2015-12' }],
    },
  ]);
});

test('the statement is recorded only while it is queued', async () => {
  const [given] = callsOf(await runReport(), 'RecordStatement');
  const { ':now': now, ...values } = given.ExpressionAttributeValues;
  expect(given).toMatchObject({
    TableName: 'statements',
    Key: { id: { S: input.runId } },
    ConditionExpression: '#status = :queued',
  });
  expect(values).toEqual({
    ':queued': { S: 'queued' },
    ':running': { S: 'running' },
    ':statementId': { S: statementId },
  });
  expect(now.S).toBe(new Date(now.S).toISOString());
});

test.each([
  ['none', [], undefined],
  [
    'two',
    [
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ],
    [
      { Name: 'a', Value: '1' },
      { Name: 'b', Value: '2' },
    ],
  ],
])('of parameters, %s are sent', async (_case, parameters, Parameters) => {
  const result = await runReport({ PrepareStatement: () => ({ Payload: { ...statement, parameters } }) });
  const [given] = callsOf(result, 'ExecuteStatement');
  expect(given.Parameters).toEqual(Parameters);
  expect('Parameters' in given).toBe(Parameters !== undefined);
});

const nowhere = { WorkgroupName: '', ClusterIdentifier: '', DbUser: '', SecretArn: '' };

test.each([
  ['a workgroup', { WorkgroupName: 'analytics' }],
  ['a cluster with a database user', { ClusterIdentifier: 'warehouse', DbUser: 'reader' }],
  ['a cluster with IAM', { ClusterIdentifier: 'warehouse' }],
  ['a cluster with a secret', { ClusterIdentifier: 'warehouse', SecretArn: 'arn:secret' }],
])('runs on %s, naming nothing else', async (_case, target) => {
  const [given] = callsOf(await runReport({}, { values: { ...nowhere, ...target } }), 'ExecuteStatement');
  const { Sql, Database, WithEvent, ClientToken, StatementName, Parameters, ...named } = given;
  expect(named).toEqual(target);
});

test('no input is part of the SQL', async () => {
  const [given] = callsOf(await runReport(), 'ExecuteStatement');
  expect(given.Sql).toBe(statement.sql);
});
