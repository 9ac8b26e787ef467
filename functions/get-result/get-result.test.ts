import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { AccessDenied } from '@readout/runtime/errors.ts';
import { rest } from '@readout/runtime/rest.ts';
import { readingExactIntegers } from '@readout/runtime/result/exact-integers.ts';
import type { StillMayRead } from '@readout/runtime/result/still-may-read.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import { type AwsServer, awsServer, type Input, Refusal } from '@readout/runtime/testing/aws-server.ts';
import { ada, bob, exampleRun, keepingLog, statementId } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { getResult } from './get-result.ts';
import { toPage } from './page-token.ts';

let tables: TestTables;
let aws: AwsServer;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

/** The answer as text: what is tested are digits that `JSON.stringify` could not write. */
const onePage = (rows: string, rest = ''): string =>
  `{"ColumnMetadata":[{"name":"id","typeName":"int8"},{"name":"note","typeName":"varchar"}],"Records":${rows},"TotalNumRows":2${rest}}`;

const setup = async (
  answer: (input: Input) => string | object = () => onePage('[]'),
  record: Partial<RunRecord> = {},
  stillMayRead: StillMayRead = async () => undefined,
) => {
  await tables.runs.create(exampleRun({ status: 'succeeded', statementId, ...record }));
  aws = await awsServer({ GetStatementResult: answer });
  const log = keepingLog();
  const redshift = readingExactIntegers(new RedshiftDataClient(aws.client));
  const settings = { log, pageOrigin: 'https://page', clientId: 'UserPoolClient' };
  const handler = rest(
    settings,
    getResult({ runs: tables.runs, stillMayRead, redshift, mostBytes: 1_000_000 }),
  );
  return async (page?: string) => {
    const { statusCode, body } = await handler({
      ...sampleEvent('get-result/first-page'),
      queryStringParameters: page === undefined ? null : { page },
    });
    return { statusCode, body: JSON.parse(body), log: log.entries };
  };
};

test('answers columns and rows as Redshift gave them, every digit kept', async () => {
  const get = await setup(() =>
    onePage(
      '[[{"longValue":9223372036854775807},{"isNull":true}],' +
        '[{"longValue":9007199254740991},{"stringValue":""}],' +
        '[{"longValue":-9007199254740993},{"stringValue":"say \\"longValue\\":9007199254740993 é"}]]',
    ),
  );
  expect(await get()).toMatchObject({
    statusCode: 200,
    body: {
      columns: [
        { name: 'id', type: 'int8' },
        { name: 'note', type: 'varchar' },
      ],
      rows: [
        ['9223372036854775807', null],
        [9007199254740991, ''],
        ['-9007199254740993', 'say "longValue":9007199254740993 é'],
      ],
      totalRows: 2,
    },
  });
  expect(aws.asked).toEqual([{ operation: 'GetStatementResult', input: { Id: statementId } }]);
});

test('leads from page to page, each once, until there is no next', async () => {
  const following: Record<string, string> = { '': 'second', second: 'third' };
  const get = await setup(({ NextToken = '' }) => {
    const next = following[NextToken];
    return onePage(`[[{"stringValue":"after ${NextToken}"}]]`, next ? `,"NextToken":"${next}"` : '');
  });
  const seen: unknown[] = [];
  let { body } = await get();
  for (seen.push(body.rows); body.next && seen.length < 9; seen.push(body.rows))
    ({ body } = await get(body.next));
  expect(seen).toEqual([[['after ']], [['after second']], [['after third']]]);
});

const more = { token: 'more', rows: 1, bytes: 4 };
const ofThisRun = (token: string): string => toPage('page-key', { ...more, token });

test.each([
  ['made up', 'bWFkZSB1cA'],
  ['empty', ''],
  ['of another run', toPage('another-key', more)],
  ['without a token', ofThisRun('')],
])('refuses a page that is %s without asking Redshift', async (_case, page) => {
  const get = await setup();
  expect(await get(page)).toMatchObject({ statusCode: 400, body: { error: { name: 'InvalidPage' } } });
  expect(aws.asked).toEqual([]);
});

test('a page that Redshift did not make is invalid', async () => {
  const get = await setup(() => {
    throw new Refusal('ValidationException', 'Invalid NextToken');
  });
  expect(await get(ofThisRun('forged'))).toMatchObject({ body: { error: { name: 'InvalidPage' } } });
});

test.each([
  ['ValidationException', 'Could not retrieve the query result as it has expired after 24 hours.'],
  ['ResourceNotFoundException', 'Query does not exist.'],
])('a result that is gone (%s) has expired', async (name, message) => {
  const get = await setup(() => {
    throw new Refusal(name, message);
  });
  for (const page of [undefined, ofThisRun('more')])
    expect(await get(page)).toMatchObject({ statusCode: 410, body: { error: { name: 'ResultExpired' } } });
});

test.each(['queued', 'running', 'failed', 'cancelled'] as const)('a %s run has no result', async (status) => {
  const get = await setup(undefined, { status });
  expect(await get()).toMatchObject({ statusCode: 409, body: { error: { name: 'ResultNotReady' } } });
  expect(aws.asked).toEqual([]);
});

test('nobody reads someone else’s result', async () => {
  const get = await setup(undefined, { owner: bob.id });
  expect(await get()).toMatchObject({ statusCode: 404, body: { error: { name: 'RunNotFound' } } });
  expect(aws.asked).toEqual([]);
});

test('asks for every page whether the caller may still read, and Redshift only then', async () => {
  const asked: unknown[] = [];
  const get = await setup(undefined, { scope: { sources: [], hash: 'x' } }, async (run, caller) => {
    asked.push([run.report, run.scope, caller.id, caller.groups]);
    throw new AccessDenied('not any more');
  });
  for (const page of [undefined, ofThisRun('more')])
    expect(await get(page)).toMatchObject({ statusCode: 403, body: { error: { name: 'AccessDenied' } } });
  const one = ['taxi/daily', { sources: [], hash: 'x' }, ada.id, ['analysts']];
  expect(asked).toEqual([one, one]);
  expect(aws.asked).toEqual([]);
});

test('a throttle is Unavailable', async () => {
  const get = await setup(() => {
    throw new Refusal('ThrottlingException', 'Rate exceeded');
  });
  expect(await get()).toMatchObject({ statusCode: 503, body: { error: { name: 'Unavailable' } } });
});

test('keeps an unknown error for the log', async () => {
  const get = await setup(() => {
    throw new Refusal('AccessDeniedException', 'User: arn:aws:… is not authorized');
  });
  const { statusCode, body, log } = await get();
  expect(statusCode).toBe(500);
  expect(JSON.stringify(body)).not.toContain('arn:');
  expect(log).toEqual([
    expect.objectContaining({ detail: expect.objectContaining({ name: 'AccessDeniedException' }) }),
  ]);
});
