import type { Run } from '@readout/runtime/contracts.ts';
import { WebSocket } from 'ws';
import { type Client, type ClientOptions, createClient } from './client.ts';
import type { Socket } from './connection/line.ts';
import { examplePipelineRun, exampleRun } from './testing/examples.ts';
import { type Route, startServer, type TestServer } from './testing/server.ts';
import { until } from './testing/until.ts';

let server: TestServer;
let client: Client;
afterEach(async () => {
  client.close();
  await server.stop();
});

const ok =
  (body: unknown): Route =>
  () => ({ status: 200, body });
const queued = exampleRun({}, 1);
const done = exampleRun({ status: 'succeeded', rows: 3 }, 2);
const address = `/runs/${done.runId}`;

async function setup(routes: Record<string, Route>, options: Partial<ClientOptions> = {}) {
  server = await startServer({ 'POST /tickets': ok({ ticket: 't', expiresAt: '' }), ...routes });
  client = createClient({
    ...server,
    idToken: async () => 'id-token',
    openSocket: (url) => new WebSocket(url) as unknown as Socket,
    ...options,
  });
}
const opened = () => until(() => server.sockets.size === 1);

it('starts a run, shows how it goes, and is told of its end over the WebSocket', async () => {
  await setup({
    'POST /reports/taxi%2Fdaily/runs': ok(queued),
    [`GET ${address}`]: ok(queued),
  });
  const shown: Run['status'][] = [];
  const onChange = ({ status }: Run) => shown.push(status);
  const ending = client.run('taxi/daily', { month: '2015-12' }, { fresh: true, onChange });
  await opened();
  server.say({ type: 'run', ...done });
  await expect(ending).resolves.toEqual(done);
  expect(shown).toEqual(['queued', 'succeeded']);
  expect(server.seen.find(({ route }) => route.startsWith('POST /reports'))?.body).toEqual({
    inputs: { month: '2015-12' },
    fresh: true,
  });
});

it('hears of an end that came while the connection was lost', async () => {
  await setup({ [`GET ${address}`]: ok(queued) });
  const ending = client.ended(done.runId);
  await opened();
  await until(() => server.heard.length === 1);
  server.drop();
  await until(() => server.heard.length === 2);
  expect(server.heard[1]).toEqual({ action: 'sync' });
  server.say({ type: 'sync', runs: [done], cursor: done.cursor });
  await expect(ending).resolves.toEqual(done);
});

it('asks with the cursor where there is no WebSocket', async () => {
  await setup(
    {
      [`GET ${address}`]: ok(queued),
      'GET /runs': ok({ runs: [queued], cursor: queued.cursor }),
      [`GET /runs?since=${queued.cursor}`]: ok({ runs: [done], cursor: done.cursor }),
      [`GET /runs?since=${done.cursor}`]: ok({ runs: [], cursor: done.cursor }),
    },
    { openSocket: undefined },
  );
  await expect(client.ended(done.runId)).resolves.toEqual(done);
  expect(server.handshakes).toEqual([]);
});

describe('a run of a pipeline', () => {
  const work = examplePipelineRun({ status: 'running', version: 2 });
  const worked = examplePipelineRun({ status: 'succeeded', version: 4 });
  const path = 'GET /pipeline-runs/a';

  it('is shown as it goes, and its end is told over the WebSocket', async () => {
    await setup({ 'POST /pipelines/sales/runs': ok(examplePipelineRun()), [path]: ok(work) });
    const { runId } = await client.startPipeline('sales', { day: '2026-01-01' });
    const shown: number[] = [];
    const ending = client.pipelineEnded(runId, { onChange: ({ version }) => shown.push(version) });
    await opened();
    server.say({ type: 'pipeline-run', ...work, version: 3 });
    server.say({ type: 'pipeline-run', ...work });
    server.say({ type: 'pipeline-run', ...worked });
    await expect(ending).resolves.toEqual(worked);
    expect(shown).toEqual([2, 3, 4]);
  });

  it('is asked for when the connection has been opened, since what came before was missed', async () => {
    let answer = work;
    await setup({ [path]: () => ({ status: 200, body: answer }) });
    const ending = client.pipelineEnded('a');
    await opened();
    answer = worked;
    server.drop();
    await expect(ending).resolves.toEqual(worked);
  });

  it('is asked for again and again where there is no WebSocket', async () => {
    const answers = [work];
    const route: Route = () => ({ status: 200, body: answers.pop() ?? worked });
    await setup({ [path]: route }, { openSocket: undefined });
    await expect(client.pipelineEnded('a')).resolves.toEqual(worked);
  });

  it('is no more waited for when the program says so', async () => {
    await setup({ [path]: ok(work) });
    const ending = client.pipelineEnded('a', { signal: AbortSignal.timeout(200) });
    await expect(ending).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

it('is over with the sign-in', async () => {
  const unauthorized: Route = () => ({ status: 401, body: { message: 'Unauthorized' } });
  await setup({ [`GET ${address}`]: ok(queued), 'POST /tickets': unauthorized });
  await expect(client.ended(done.runId)).rejects.toMatchObject({ name: 'Unauthorized' });
});

it('stops waiting when it is told to, or closed', async () => {
  await setup({ [`GET ${address}`]: ok(queued) });
  const stop = new AbortController();
  const ending = client.ended(done.runId, { signal: stop.signal });
  const other = client.ended(done.runId);
  await opened();
  stop.abort(new Error('enough'));
  await expect(ending).rejects.toThrow('enough');
  client.close();
  await expect(other).rejects.toThrow('closed');
});

it('reads pages one after the other, only as far as they are wanted, with exact integers', async () => {
  const columns = [
    { name: 'id', type: 'int8' },
    { name: 'amount', type: 'numeric' },
  ];
  await setup({
    'GET /runs/r1/result': ok({ columns, rows: [[1, '1.10']], totalRows: 3, next: 'p2' }),
    'GET /runs/r1/result?page=p2': ok({
      columns,
      rows: [['9007199254740993', '2.20']],
      totalRows: 3,
      next: 'p3',
    }),
  });
  const rows = [];
  for await (const row of client.rows('r1')) if (rows.push(row) === 2) break;
  expect(rows).toEqual([
    [1, '1.10'],
    [9007199254740993n, '2.20'],
  ]);
  expect(server.seen).toHaveLength(2);
});

it('waits for a file that a run prepares, and says why there is none', async () => {
  const file = {
    format: 'csv',
    rows: 3,
    ordered: true,
    files: [{ name: 'a.csv', url: 'u', bytes: 1 }],
    expiresAt: '',
  };
  const answers = [
    { status: 202, body: queued },
    { status: 200, body: file },
    { status: 202, body: queued },
  ];
  const runs = [done, exampleRun({ status: 'failed', error: { name: 'TimedOut', message: 'too long' } }, 3)];
  await setup({
    'POST /runs/r1/downloads': () => answers.shift() ?? { status: 500, body: {} },
    [`GET ${address}`]: () => ({ status: 200, body: runs.shift() }),
  });
  await expect(client.download('r1', { format: 'csv' })).resolves.toEqual(file);
  await expect(client.download('r1', { format: 'csv' })).rejects.toMatchObject({ name: 'TimedOut' });
});

it('cancels, and knows of the end at once', async () => {
  const cancelled = exampleRun({ status: 'cancelled' }, 2);
  await setup({ [`GET ${address}`]: ok(queued), [`DELETE ${address}`]: ok(cancelled) });
  const ending = client.ended(done.runId);
  await opened();
  await client.cancel(done.runId);
  await expect(ending).resolves.toEqual(cancelled);
});
