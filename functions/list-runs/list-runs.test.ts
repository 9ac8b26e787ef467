import { cursorAt } from '@readout/runtime/cursor.ts';
import { rest } from '@readout/runtime/rest.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import { type SocketEvent, socket } from '@readout/runtime/socket.ts';
import { ada, bob, exampleRun, keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { overRest, overSocket, SyncMessage } from './channels.ts';
import { listRuns, type Stretch } from './list-runs.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const id = (index: number): string => `7d9f2b34-6a0e-4c51-9c1d-${String(index).padStart(12, '0')}`;
const cursor = cursorAt;
const record = async (indexes: number[], change: Partial<RunRecord> = {}): Promise<void> => {
  for (const index of indexes) await tables.runs.create(exampleRun({ runId: id(index), ...change }));
};
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

const list = (since?: string) => listRuns({ runs: tables.runs })(ada, { since });
const before = (cursor: string) => listRuns({ runs: tables.runs })(ada, { before: cursor });

test('answers what changed since the cursor, in order, and where to go on', async () => {
  await record([3, 1, 2]);
  await record([4], { owner: bob.id });
  const { runs, cursor: next } = await list(cursor(1));
  expect(runs.map(({ runId }) => runId)).toEqual([id(1), id(2)]);
  expect(next).toBe(cursor(3));
  expect(await list(next)).toEqual({ runs: [], cursor: next });
});

test('without a cursor answers the newest 50, the earliest change first', async () => {
  await record(upTo(52));
  const { runs, cursor: next } = await list();
  expect(runs.map(({ runId }) => runId)).toEqual(upTo(52).slice(2).map(id));
  expect(next).toBe(cursor(52));
});

test('a person without runs gets a cursor that misses none', async () => {
  const { runs, cursor: first } = await list();
  expect(runs).toEqual([]);
  await record([1]);
  expect((await list(first)).runs.map(({ runId }) => runId)).toEqual([id(1)]);
});

test('asking again with the cursor brings everything, however much', async () => {
  await record(upTo(6), { inputs: { note: 'x'.repeat(40_000) } });
  await record([7], { inputs: { note: 'x'.repeat(110_000) } });
  const seen: string[] = [];
  for (let since = cursor(0), more = true; more; ) {
    const { runs, cursor: next } = await list(since);
    if (runs.length > 1) expect(JSON.stringify(runs).length).toBeLessThan(128 * 1024);
    seen.push(...runs.map(({ runId }) => runId));
    more = runs.length > 0;
    since = next;
  }
  expect(seen).toEqual(upTo(7).map(id));
});

test('what does not fit beside the newest is left out from the oldest end', async () => {
  await record(upTo(4), { inputs: { note: 'x'.repeat(40_000) } });
  const { runs, cursor: next } = await list();
  expect(runs.map(({ runId }) => runId)).toEqual([id(3), id(4)]);
  expect(next).toBe(cursor(4));
});

test('leads into the past, every run once, until there is none', async () => {
  await record(upTo(103));
  await record([104], { owner: bob.id });
  const seen: string[] = [];
  let answer = await list();
  for (;;) {
    seen.unshift(...answer.runs.map(({ runId }) => runId));
    if (answer.earlier === undefined) break;
    answer = await before(answer.earlier);
  }
  expect(seen).toEqual(upTo(103).map(id));
});

test.each([50, 51])('%i runs are told to have earlier ones only when they do', async (count) => {
  await record(upTo(count));
  const { runs, earlier } = await list();
  expect(runs).toHaveLength(50);
  expect(earlier).toBe(count > 50 ? cursor(2) : undefined);
});

test('what has no room in one answer is earlier', async () => {
  await record(upTo(4), { inputs: { note: 'x'.repeat(40_000) } });
  const { earlier } = await list();
  expect(earlier).toBe(cursor(3));
  const { runs, cursor: next, ...rest } = await before(cursor(3));
  expect([runs.map(({ runId }) => runId), next, rest]).toEqual([[id(1), id(2)], cursor(2), {}]);
});

test.each<[Stretch, string]>([
  [{ before: 'yesterday' }, 'before'],
  [{ since: cursor(1), before: cursor(2) }, 'before'],
  [{ since: 'yesterday' }, 'since'],
])('refuses %j', async (stretch, field) => {
  await expect(listRuns({ runs: tables.runs })(ada, stretch)).rejects.toMatchObject({
    name: 'InvalidInput',
    field,
  });
});

const settings = { log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' };

test('answers over REST', async () => {
  await record([1]);
  const handler = rest(settings, overRest(listRuns({ runs: tables.runs })));
  const { statusCode, body } = await handler(sampleEvent('list-runs/rest-since'));
  expect(statusCode).toBe(200);
  expect(JSON.parse(body)).toEqual({ runs: [expect.objectContaining({ runId: id(1) })], cursor: cursor(1) });
  expect(body).not.toContain('owner');
});

test('answers over REST what came before', async () => {
  await record(upTo(4));
  const handler = rest(settings, overRest(listRuns({ runs: tables.runs })));
  const { body } = await handler(sampleEvent('list-runs/rest-before'));
  expect(JSON.parse(body).runs.map((run: RunRecord) => run.runId)).toEqual([id(1), id(2)]);
});

const say = async (event: SocketEvent, list = listRuns({ runs: tables.runs })) => {
  const log = keepingLog();
  const { body } = await socket({ log, schema: SyncMessage, now: () => noon }, overSocket(list))(event);
  return { said: JSON.parse(body), log: log.entries };
};

test('answers the message sync', async () => {
  await record([1]);
  const { said } = await say(sampleEvent('list-runs/message'));
  expect(said).toEqual({
    type: 'sync',
    runs: [expect.objectContaining({ runId: id(1) })],
    cursor: cursor(1),
  });
});

test.each([
  [{ action: 'sync', since: 'yesterday' }, 'InvalidInput'],
  [{ action: 'sync', since: 7 }, 'InvalidMessage'],
  [{ action: 'sync', until: 'now' }, 'InvalidMessage'],
])('refuses %j', async (message, name) => {
  const event = { ...sampleEvent('list-runs/message'), body: JSON.stringify(message) };
  expect((await say(event)).said).toMatchObject({ type: 'error', name });
});

test('keeps an unknown error for the log', async () => {
  const secret = new Error('arn:aws:…');
  const { said, log } = await say(sampleEvent('list-runs/message'), () => Promise.reject(secret));
  expect(said).toEqual({
    type: 'error',
    name: 'InternalError',
    message: 'Something went wrong on our side.',
  });
  expect(log).toEqual([expect.objectContaining({ detail: secret })]);
});
