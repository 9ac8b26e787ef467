import { checkCursor } from '@readout/runtime/cursor.ts';
import { callsOf, input, runReport, statement, statementId } from './run-report.ts';

const way = [
  'CheckReport',
  'LoadTemplate',
  'PrepareStatement',
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
    { FunctionName: 'arn:notify', Payload: { runId: input.runId } },
  ]);
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

test('the statement is recorded only on a queued run', async () => {
  const [given] = callsOf(await runReport(), 'RecordStatement');
  const { ':now': now, ':cursor': cursor, ...values } = given.ExpressionAttributeValues;
  expect(given).toMatchObject({
    TableName: 'runs',
    Key: { runId: { S: input.runId } },
    ConditionExpression: '#status = :queued',
  });
  expect(values).toEqual({
    ':queued': { S: 'queued' },
    ':running': { S: 'running' },
    ':title': { S: statement.title },
    ':statementId': { S: statementId },
  });
  expect(now.S).toBe(new Date(now.S).toISOString());
  expect(checkCursor(cursor.S)).toContain(`#${input.runId}`);
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
