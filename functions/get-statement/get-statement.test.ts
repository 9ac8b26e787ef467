import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { rest } from '@readout/runtime/rest.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { type AwsServer, awsServer, Refusal } from '@readout/runtime/testing/aws-server.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { ada, bob, exampleRun, keepingLog, runId, statementId } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { getStatement } from './get-statement.ts';

let tables: TestTables;
let aws: AwsServer;
let known: boolean;
let sent: object;
beforeEach(async () => {
  tables = await testTables();
  known = true;
  sent = { QueryString: SQL, QueryParameters: [{ name: 'month', value: '2015-12' }] };
  aws = await awsServer({
    DescribeStatement: () => {
      if (!known) throw new Refusal('ResourceNotFoundException');
      return sent;
    },
  });
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

const SQL = 'select count(*) from nyc_yellow_taxi where month = :month';
const execution = 'arn:aws:states:us-east-1:000000000000:express:readout-run-report:x:y';
const report = (more: string) => `/*---\ntitle: Taxi\n${more}\n---*/\nselect 1;\n`;

const setup = async (
  record: Partial<RunRecord> = {},
  template: string | undefined = report('access: [analysts]'),
) => {
  await tables.runs.create(exampleRun({ status: 'succeeded', statementId, execution, ...record }));
  const objects: Record<string, string> =
    template === '' ? {} : { 'templates/reports/taxi/daily.sql': template };
  const handler = rest(
    { log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' },
    getStatement({
      runs: tables.runs,
      readTemplate: templatesIn(testBuckets(objects).client, 'templates'),
      redshift: new RedshiftDataClient(aws.client),
      operatorGroup: 'operators',
    }),
  );
  return async (sample: string, groups?: string, path?: Record<string, string>) => {
    const event = sampleEvent(sample);
    if (groups !== undefined)
      Object.assign(event.requestContext.authorizer?.claims, { 'cognito:groups': groups });
    const { statusCode, body } = await handler({ ...event, ...(path && { pathParameters: path }) });
    return { statusCode, body: JSON.parse(body) };
  };
};
const refused = (statusCode: number, name: string, message: unknown = expect.any(String)) => ({
  statusCode,
  body: { error: { name, message } },
});
const parameters = [{ name: 'month', value: '2015-12' }];

test('shows the owner the SQL as it was sent, with what was bound', async () => {
  const get = await setup();
  expect(await get('get-statement/own')).toEqual({ statusCode: 200, body: { sql: SQL, parameters } });
  expect(aws.asked).toEqual([{ operation: 'DescribeStatement', input: { Id: statementId } }]);
});

test('shows both statements of a run that prepares a file', async () => {
  const get = await setup();
  sent = { SubStatements: [{ QueryString: 'create temp table' }, { QueryString: 'unload' }] };
  expect(await get('get-statement/own')).toMatchObject({
    body: { sql: 'create temp table;\n\nunload', parameters: [] },
  });
});

test('leads an operator on to the execution of a run of their own', async () => {
  const get = await setup();
  const { body } = await get('get-statement/own', 'analysts,operators');
  expect(body).toEqual({ sql: SQL, parameters, execution });
});

test('shows an operator the SQL of anybody’s run, but nothing that was bound', async () => {
  const get = await setup({ owner: bob.id }, report('access: [others]\nsql: hidden'));
  const { statusCode, body } = await get('get-statement/operator');
  expect(statusCode).toBe(200);
  expect(body).toEqual({ sql: SQL, parameters: [{ name: 'month' }] });
});

test('shows nobody else the SQL of a run that is not theirs', async () => {
  const get = await setup({ owner: bob.id });
  expect(await get('get-statement/own')).toEqual(refused(404, 'RunNotFound'));
  expect(await get('get-statement/operator', 'analysts')).toEqual(refused(403, 'AccessDenied'));
  expect(aws.asked).toEqual([]);
});

test.each([
  ['hides it', report('access: [analysts]\nsql: hidden'), 403, 'AccessDenied'],
  ['is for others by now', report('access: [leads]'), 403, 'AccessDenied'],
  ['is gone', '', 404, 'ReportNotFound'],
])('is not shown to the owner when the report %s', async (_case, template, status, name) => {
  const get = await setup({}, template);
  expect(await get('get-statement/own')).toEqual(refused(status, name));
  expect(aws.asked).toEqual([]);
});

test.each([
  ['queued', 'The run has not been sent to Redshift yet.'],
  ['failed', 'The run ended before it was sent to Redshift.'],
] as const)('there is none of a run that is %s and was not sent', async (status, message) => {
  const get = await setup({ status, statementId: undefined });
  expect(await get('get-statement/own')).toEqual(refused(409, 'ResultNotReady', message));
});

test('says that Redshift has forgotten it', async () => {
  const get = await setup();
  known = false;
  expect(await get('get-statement/own')).toEqual(refused(410, 'ResultExpired'));
});

test('there is no run of nobody', async () => {
  const get = await setup();
  for (const owner of ['x'.repeat(3000), 'a b', bob.id])
    expect(await get('get-statement/operator', undefined, { owner, runId })).toEqual(
      refused(404, 'RunNotFound'),
    );
  expect(await get('get-statement/operator', undefined, { owner: ada.id, runId })).toMatchObject({
    statusCode: 200,
  });
});
