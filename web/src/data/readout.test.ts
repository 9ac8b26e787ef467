import type { Socket } from '@readout/client';
import { panelOf } from '@readout/client';
import { examplePipelineRun, exampleReport, exampleRun } from '@readout/client/testing/examples.ts';
import { manualTimer } from '@readout/client/testing/manual-timer.ts';
import { type Route, startServer, type TestServer } from '@readout/client/testing/server.ts';
import { until } from '@readout/client/testing/until.ts';
import type { Run } from '@readout/runtime/contracts.ts';
import { WebSocket } from 'ws';
import { createReadout, type Readout } from './readout.ts';

let server: TestServer;
let readout: Readout;
afterEach(async () => {
  readout.close();
  await server.stop();
});

const ticket: Route = () => ({ status: 200, body: { ticket: 't', expiresAt: '' } });
const wish = { report: 'taxi/daily', inputs: { month: '2015-12' }, topic: 'left' };

async function setup(routes: Record<string, Route> = {}) {
  server = await startServer({ 'POST /tickets': ticket, ...routes });
  const timer = manualTimer();
  let ids = 0;
  readout = createReadout({
    config: {
      ...server,
      mail: true,
      timeZone: 'UTC',
      engineerGroup: 'engineers',
      operatorGroup: 'operators',
      executions: 'https://console/#/',
    },
    account: { email: 'ada@example.com', groups: ['analysts'] },
    idToken: async () => 'id-token',
    newId: () => {
      ids += 1;
      return `request-${ids}`;
    },
    now: () => Date.parse('2026-01-01T00:00:00.000Z') + timer.now(),
    openSocket: (url) => new WebSocket(url) as unknown as Socket,
    after: timer.after,
    random: () => 0,
  });
  return { timer, panel: (topic = 'left') => panelOf(readout.runs.get(), topic) };
}

async function opened() {
  readout.connection.open();
  await until(() => readout.connection.status.get().state === 'open');
}
const say = (run: Run) => server.say({ type: 'run', ...run });

it('asks for what it missed as soon as it is open, until there is no more', async () => {
  await setup();
  await opened();
  await until(() => server.heard.length === 1);
  server.say({ type: 'sync', runs: [exampleRun({}, 1)], cursor: exampleRun({}, 1).cursor });
  await until(() => server.heard.length === 2);
  expect(server.heard).toEqual([{ action: 'sync' }, { action: 'sync', since: exampleRun({}, 1).cursor }]);
});

it('runs over the connection, and follows the run to its end', async () => {
  const { panel } = await setup();
  await opened();
  await readout.run(wish);
  await until(() => server.heard.length === 2);
  expect(server.heard[1]).toEqual({ action: 'run', ...wish, requestId: 'request-1' });
  say(exampleRun({ status: 'running' }, 1));
  say(exampleRun({ status: 'succeeded', rows: 31 }, 2));
  await until(() => panel().run?.status === 'succeeded');
  expect(panel().run?.rows).toBe(31);
});

it('asks again for a run whose messages were lost with the connection', async () => {
  const { panel, timer } = await setup();
  await opened();
  await readout.run(wish);
  say(exampleRun({ status: 'running' }, 1));
  await until(() => panel().run?.status === 'running');
  server.drop();
  await until(() => readout.connection.status.get().state === 'reconnecting');
  timer.advance(500);
  await until(() => server.handshakes.length === 2 && readout.connection.status.get().state === 'open');
  server.say({ type: 'sync', runs: [exampleRun({ status: 'failed' }, 2)], cursor: exampleRun({}, 2).cursor });
  await until(() => panel().run?.status === 'failed');
});

it('says so when a request was lost with the connection, and only then', async () => {
  const { panel, timer } = await setup();
  await opened();
  await readout.run(wish);
  server.drop();
  await until(() => readout.connection.status.get().state === 'reconnecting');
  expect(panel().asked?.error).toBeUndefined();
  timer.advance(500);
  await until(() => readout.connection.status.get().state === 'open');
  server.say({ type: 'sync', runs: [], cursor: '000000000000001' });
  await until(() => panel().asked?.error !== undefined);
  expect(panel().asked?.error).toMatchObject({ name: 'Unavailable' });
});

it('misses nothing, and tells nothing twice, while one connection takes the place of another', async () => {
  const { panel, timer } = await setup();
  await opened();
  server.say({ type: 'sync', runs: [exampleRun({ runId: 'earlier' }, 1)], cursor: exampleRun({}, 1).cursor });
  await until(() => server.heard.length === 2);
  timer.sleep(50 * 60_000);
  await readout.run(wish);
  await until(() => server.heard.length === 3);
  readout.connection.check();
  await until(() => server.heard.length === 5);
  expect(server.heard.slice(3).toSorted((a, b) => (a.action < b.action ? -1 : 1))).toEqual([
    { action: 'ping' },
    { action: 'sync', since: exampleRun({}, 1).cursor },
  ]);

  const shown: (string | undefined)[] = [];
  readout.runs.subscribe(() => shown.push(panel().run?.status));
  const runs = [exampleRun({ status: 'running' }, 3)];
  server.say({ type: 'sync', runs: [], cursor: exampleRun({}, 1).cursor });
  for (const run of [exampleRun({}, 2), ...runs, exampleRun({}, 2)]) say(run);
  server.say({ type: 'sync', runs, cursor: exampleRun({}, 3).cursor });
  say(exampleRun({ status: 'succeeded', rows: 31 }, 4));
  await until(() => panel().run?.status === 'succeeded');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(shown.filter((one, at) => one !== shown[at - 1])).toEqual(['queued', 'running', 'succeeded']);
  expect(panel().asked?.error).toBeUndefined();
});

it('says how a run is wished for: fresh, and told by e-mail', async () => {
  await setup();
  expect(readout.canMail).toBe(true);
  await opened();
  await readout.run({ ...wish, fresh: true, email: true });
  await until(() => server.heard.length === 2);
  expect(server.heard[1]).toMatchObject({ action: 'run', fresh: true, email: true });
});

it('does not wait for ever for an answer', async () => {
  const { panel, timer } = await setup();
  await opened();
  await readout.run(wish);
  timer.advance(30_000);
  expect(panel().asked?.error).toMatchObject({ name: 'Unavailable' });
});

it('runs and follows by REST while there is no connection', async () => {
  const runs = [exampleRun({ status: 'succeeded', rows: 1 }, 2)];
  const { panel, timer } = await setup({
    'GET /runs': () => ({ status: 200, body: { runs: [], cursor: 'c' } }),
    'GET /runs?since=c': () => ({ status: 200, body: { runs, cursor: runs[0]?.cursor } }),
    [`GET /runs?since=${encodeURIComponent(runs[0]?.cursor ?? '')}`]: () => ({
      status: 200,
      body: { runs: [], cursor: runs[0]?.cursor },
    }),
    'POST /reports/taxi%2Fdaily/runs': () => ({ status: 202, body: exampleRun({ requestId: undefined }) }),
  });
  await readout.run(wish);
  expect(server.seen.map(({ route }) => route)).toEqual(['GET /runs', 'POST /reports/taxi%2Fdaily/runs']);
  expect(panel().run?.status).toBe('queued');
  timer.advance(3_000);
  await until(() => panel().run?.status === 'succeeded');
});

it('runs, follows and cancels with the same cursor where WebSockets are blocked', async () => {
  const running = exampleRun({ status: 'running' }, 3);
  const cancelled = exampleRun({ status: 'cancelled' }, 4);
  const { panel, timer } = await setup({
    'GET /runs': () => ({ status: 200, body: { runs: [], cursor: '000000000000001' } }),
    'GET /runs?since=000000000000001': () => ({
      status: 200,
      body: { runs: [running], cursor: running.cursor },
    }),
    [`GET /runs?since=${running.cursor}`]: () => ({
      status: 200,
      body: { runs: [], cursor: running.cursor },
    }),
    'POST /reports/taxi%2Fdaily/runs': () => ({ status: 202, body: exampleRun({}, 2) }),
    [`DELETE /runs/${running.runId}`]: () => ({ status: 200, body: cancelled }),
  });
  const state = () => readout.connection.status.get().state;
  server.block(true);
  readout.connection.open();
  await until(() => state() === 'reconnecting');
  timer.advance(500);
  await until(() => state() === 'asking');

  await readout.run({ ...wish, fresh: true });
  const { inputs, topic } = wish;
  expect(server.seen.at(-1)?.body).toEqual({ inputs, topic, requestId: 'request-1', fresh: true });
  timer.advance(3_000);
  await until(() => panel().run?.status === 'running');
  await readout.cancel(running.runId);
  expect(panel().run?.status).toBe('cancelled');
  expect(state()).toBe('asking');

  server.block(false);
  await until(() => readout.connection.status.get().failures === 3);
  timer.advance(4_000);
  await until(() => state() === 'open');
  await until(() => server.heard.length === 1);
  expect(server.heard).toEqual([{ action: 'sync', since: running.cursor }]);
});

it('gives a refusal by REST to the panel that asked', async () => {
  const { panel } = await setup({
    'GET /runs': () => ({ status: 200, body: { runs: [], cursor: 'c' } }),
    'POST /reports/taxi%2Fdaily/runs': () => ({
      status: 400,
      body: { error: { name: 'InvalidInput', message: 'expected a month', field: 'month' } },
    }),
  });
  await readout.run(wish);
  expect(panel().asked?.error).toMatchObject({ name: 'InvalidInput', field: 'month' });
});

it('cancels over the connection, and tells of an error that no panel asked for', async () => {
  await setup();
  await opened();
  await readout.cancel('r1');
  await until(() => server.heard.length === 2);
  expect(server.heard[1]).toEqual({ action: 'cancel', runId: 'r1', requestId: 'request-1' });
  server.say({ type: 'error', name: 'RunEnded', message: 'over', requestId: 'request-1' });
  server.say({ type: 'error', name: 'InternalError', message: 'broken' });
  await until(() => readout.trouble.get() !== undefined);
  expect(readout.trouble.get()).toMatchObject({ name: 'InternalError' });
});

it('ends the connections of every device, its own first', async () => {
  await setup({ 'DELETE /connections': () => ({ status: 200, body: { closed: 2 } }) });
  await opened();
  await readout.closeEverywhere();
  expect(readout.connection.status.get().state).toBe('closed');
  expect(server.seen.at(-1)?.route).toBe('DELETE /connections');
  await until(() => server.sockets.size === 0);
});

it('fills choices by running their report on a topic of its own', async () => {
  const done = exampleRun({ report: 'flights/airports', status: 'succeeded', requestId: 'request-2' }, 3);
  const { panel } = await setup({
    [`GET /runs/${done.runId}/result`]: () => ({
      status: 200,
      body: {
        columns: [
          { name: 'value', type: 'varchar' },
          { name: 'label', type: 'varchar' },
        ],
        rows: [['ATL', 'Atlanta']],
        totalRows: 1,
      },
    }),
  });
  await opened();
  const loading = readout.choices('flights/airports', {});
  await until(() => server.heard.length === 2);
  expect(server.heard[1]).toMatchObject({ action: 'run', report: 'flights/airports', inputs: {} });
  say(done);
  await expect(loading).resolves.toEqual({ choices: [{ value: 'ATL', label: 'Atlanta' }], complete: true });
  expect(panel().run).toBeUndefined();
  const { topic } = server.heard[1] as { topic?: string };
  expect(readout.isAskedFor({ ...done, topic })).toBe(false);
  expect(readout.isAskedFor(done)).toBe(true);
});

it('knows a report that it has read, and reads it anew', async () => {
  await setup({
    'GET /reports': () => ({ status: 200, body: { reports: [exampleReport] } }),
    'GET /reports/taxi%2Fdaily': () => ({ status: 200, body: { ...exampleReport, title: 'Changed' } }),
  });
  await readout.catalogue.refresh();
  expect(readout.catalogue.get().get('taxi/daily')).toEqual(exampleReport);
  await readout.catalogue.load('taxi/daily');
  expect(readout.catalogue.get().get('taxi/daily')?.title).toBe('Changed');
});

it('reads the reports anew when data was loaded', async () => {
  let answers = 0;
  const reports = () => [{ ...exampleReport, title: `Read ${++answers} times` }];
  const { timer } = await setup({ 'GET /reports': () => ({ status: 200, body: { reports: reports() } }) });
  await opened();
  await readout.catalogue.refresh();
  server.say({ type: 'pipeline-run', ...examplePipelineRun({ status: 'succeeded', version: 2 }) });
  server.say({ type: 'loaded', within: 0 });
  await until(() => {
    timer.advance(0);
    return readout.catalogue.get().get('taxi/daily')?.title === 'Read 2 times';
  });
  expect(readout.pipelines.runs.get().get('a')?.status).toBe('succeeded');
  expect(answers).toBe(2);
});

it('finds a run of a link that it has not heard of', async () => {
  await setup({ 'GET /runs/r1': () => ({ status: 200, body: exampleRun({ runId: 'r1' }) }) });
  await readout.findRun('r1');
  expect(readout.runs.get().runs.get('r1')).toEqual(exampleRun({ runId: 'r1' }));
  await expect(readout.findRun('r2')).rejects.toMatchObject({ name: 'InternalError' });
});
