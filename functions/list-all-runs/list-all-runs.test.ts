import { ERRORS } from '@readout/runtime/errors.ts';
import { rest } from '@readout/runtime/rest.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import { ada, bob, exampleRun, keepingLog, noon, restEvent } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { listAllRuns } from './list-all-runs.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const id = (index: number): string => `7d9f2b34-6a0e-4c51-9c1d-${String(index).padStart(12, '0')}`;
const recorded = (index: number, change: Partial<RunRecord> = {}): Promise<RunRecord> => {
  const createdAt = new Date(noon.getTime() + index * 1000).toISOString();
  return tables.runs.create(exampleRun({ runId: id(index), createdAt, ...change }));
};
const operator = { ...ada, groups: ['analysts', 'operators'] };

const call = async (event: object, runs: Pick<Runs, 'ofDay'> = tables.runs) => {
  const log = keepingLog();
  const handler = rest(
    { log, pageOrigin: 'https://page', clientId: 'UserPoolClient' },
    listAllRuns({ runs, operatorGroup: 'operators', now: () => noon }),
  );
  const { statusCode, body } = await handler(event as Parameters<typeof handler>[0]);
  return { statusCode, body: JSON.parse(body), text: body };
};
const ask = (queryStringParameters: Record<string, string> | null, runs?: Pick<Runs, 'ofDay'>) =>
  call(restEvent({ queryStringParameters }, operator), runs);
const ids = ({ body }: { body: { runs: { runId: string }[] } }): string[] =>
  body.runs.map(({ runId }) => runId);

test('shows an operator everybody’s runs of today, the latest first', async () => {
  await recorded(1);
  await recorded(2, { owner: bob.id, ownerEmail: bob.email });
  await recorded(3, { createdAt: '2015-11-30T23:59:59.999Z' });
  const answer = await call(sampleEvent('list-all-runs/today'));
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toEqual({
    runs: [
      expect.objectContaining({ runId: id(2), owner: bob.id, ownerEmail: bob.email }),
      expect.objectContaining({ runId: id(1), owner: ada.id, ownerEmail: ada.email }),
    ],
  });
});

test('shows those of the day that was asked for', async () => {
  await recorded(1);
  await recorded(3, { createdAt: '2015-11-30T23:59:59.999Z' });
  expect(ids(await ask({ day: '2015-11-30' }))).toEqual([id(3)]);
  expect(ids(await call(sampleEvent('list-all-runs/day')))).toEqual([id(1)]);
});

test('shows how a run went, but neither what was typed nor what an error quotes', async () => {
  await recorded(1, {
    status: 'failed',
    inputs: { name: 'secret' },
    topic: 'secret',
    requestId: 'secret',
    pageKey: 'secret',
    caller: { ...ada, claims: { 'custom:region': 'secret' } },
    error: { name: 'QueryFailed', message: 'Invalid digit, Value "secret"', field: 'secret' },
  });
  const { body, text } = await ask(null);
  expect(body.runs).toEqual([
    {
      runId: id(1),
      report: 'taxi/daily',
      title: 'Yellow taxi, day by day',
      status: 'failed',
      cursor: expect.any(String),
      createdAt: expect.any(String),
      changedAt: expect.any(String),
      owner: ada.id,
      ownerEmail: ada.email,
      error: { name: 'QueryFailed', message: ERRORS.QueryFailed.when },
    },
  ]);
  expect(text).not.toContain('secret');
});

test('is for operators only', async () => {
  const runs = { ofDay: () => Promise.reject(new Error('asked')) };
  const denied = { statusCode: 403, body: { error: { name: 'AccessDenied' } } };
  expect(await call(sampleEvent('list-all-runs/not-an-operator'), runs)).toMatchObject(denied);
  const similar = { ...ada, groups: ['operators-of-old'] };
  expect(await call(restEvent({}, similar), runs)).toMatchObject(denied);
});

describe('pages', () => {
  beforeEach(async () => {
    for (let index = 0; index < 103; index++) await recorded(index, { owner: index % 2 ? ada.id : bob.id });
  });

  test('lead to the end, every run once', async () => {
    const first = await ask({ day: '2015-12-01' });
    expect(first.body.runs).toHaveLength(100);
    const last = await ask({ day: '2015-12-01', page: first.body.next });
    expect(last.body).not.toHaveProperty('next');
    const all = Array.from({ length: 103 }, (_, index) => id(102 - index));
    expect([...ids(first), ...ids(last)]).toEqual(all);
  });
});

test.each(['', 'today', '2015-12', '2015-02-29', '2015-12-01T12:00:00Z', '01.12.2015'])(
  'refuses the day %j',
  async (day) => {
    const runs = { ofDay: () => Promise.reject(new Error('asked')) };
    expect(await ask({ day }, runs)).toMatchObject({
      statusCode: 400,
      body: { error: { name: 'InvalidInput', field: 'day' } },
    });
  },
);

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const place = { owner: ada.id, runId: id(1), createdAt: noon.toISOString() };

test.each([
  ['empty', ''],
  ['no JSON', 'bWFkZSB1cA'],
  ['not a place', encoded([])],
  ['a place without a run', encoded({ ...place, runId: undefined })],
  ['a place with an empty key', encoded({ ...place, owner: '' })],
  ['a place with a key that is too long', encoded({ ...place, createdAt: 'x'.repeat(201) })],
  ['a place with a key that is no text', encoded({ ...place, runId: 1 })],
  ['a place with more than that', encoded({ ...place, day: '2015-11-30' })],
])('refuses a page that is %s', async (_case, page) => {
  const runs = { ofDay: () => Promise.reject(new Error('asked')) };
  expect(await ask({ page }, runs)).toMatchObject({
    statusCode: 400,
    body: { error: { name: 'InvalidPage' } },
  });
});
