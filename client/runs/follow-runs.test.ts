import type { Run } from '@readout/runtime/contracts.ts';
import { WebSocket } from 'ws';
import type { Socket } from '../connection/line.ts';
import type { ReadoutError } from '../readout-error.ts';
import { restClient } from '../rest-client.ts';
import { exampleRun } from '../testing/examples.ts';
import { manualTimer } from '../testing/manual-timer.ts';
import { type Route, startServer, type TestServer } from '../testing/server.ts';
import { until } from '../testing/until.ts';
import { type FollowedRuns, followRuns } from './follow-runs.ts';
import { panelOf } from './run-store.ts';

let server: TestServer;
let runs: FollowedRuns;
afterEach(async () => {
  runs.close();
  await server.stop();
});

const ticket: Route = () => ({ status: 200, body: { ticket: 't', expiresAt: '' } });
const wish = { report: 'taxi/daily', inputs: { month: '2015-12' }, topic: 'left' };
const cursorOf = (second: number) => exampleRun({}, second).cursor;

async function setup(routes: Record<string, Route> = {}) {
  server = await startServer({ 'POST /tickets': ticket, ...routes });
  const timer = manualTimer();
  const troubles: ReadoutError[] = [];
  const returns: string[] = [];
  runs = followRuns({
    websocket: server.websocket,
    rest: restClient({ rest: server.rest, idToken: async () => 'id-token' }),
    newId: () => 'request-1',
    openSocket: (url) => new WebSocket(url) as unknown as Socket,
    after: timer.after,
    now: timer.now,
    random: () => 0,
    onReturn: () => returns.push('back'),
    onTrouble: (error) => troubles.push(error),
  });
  return { timer, troubles, returns };
}
async function opened() {
  runs.connection.open();
  await until(() => runs.connection.status.get().state === 'open');
}
const say = (run: Run) => server.say({ type: 'run', ...run });
const panel = () => panelOf(runs.get(), 'left');

it('asks on every opening for what it missed, until there is no more', async () => {
  const { timer, returns } = await setup();
  await opened();
  await until(() => server.heard.length === 1);
  server.say({ type: 'sync', runs: [exampleRun({}, 1)], cursor: cursorOf(1) });
  await until(() => server.heard.length === 2);
  server.drop();
  await until(() => runs.connection.status.get().state === 'reconnecting');
  expect(returns).toEqual([]);
  timer.advance(500);
  await until(() => server.heard.length === 3);
  expect(server.heard).toEqual([
    { action: 'sync' },
    { action: 'sync', since: cursorOf(1) },
    { action: 'sync', since: cursorOf(1) },
  ]);
  expect(returns).toEqual(['back']);
});

it('runs over the connection and is told of the end', async () => {
  await setup();
  await opened();
  await runs.run(wish);
  say(exampleRun({ status: 'running' }, 1));
  say(exampleRun({ status: 'succeeded', rows: 31 }, 2));
  await until(() => panel().run?.status === 'succeeded');
  expect(server.heard[1]).toEqual({ action: 'run', requestId: 'request-1', ...wish });
});

it('refuses what was lost with the connection once the next answer does not know of it', async () => {
  const { timer } = await setup();
  await opened();
  await runs.run(wish);
  server.drop();
  await until(() => runs.connection.status.get().state === 'reconnecting');
  timer.advance(500);
  await until(() => runs.connection.status.get().state === 'open');
  expect(panel().asked?.error).toBeUndefined();
  server.say({ type: 'sync', runs: [], cursor: cursorOf(1) });
  await until(() => panel().asked?.error?.name === 'Unavailable');
});

it('runs by REST while there is no connection, and asks with the cursor of before', async () => {
  const done = exampleRun({ status: 'succeeded', rows: 1 }, 2);
  const { timer } = await setup({
    'GET /runs': () => ({ status: 200, body: { runs: [], cursor: 'c' } }),
    'GET /runs?since=c': () => ({ status: 200, body: { runs: [done], cursor: done.cursor } }),
    [`GET /runs?since=${done.cursor}`]: () => ({ status: 200, body: { runs: [], cursor: done.cursor } }),
    'POST /reports/taxi%2Fdaily/runs': () => ({ status: 202, body: exampleRun() }),
  });
  await runs.run(wish);
  expect(panel().run?.status).toBe('queued');
  timer.advance(3_000);
  await until(() => panel().run?.status === 'succeeded');
});

it('gives a refusal to who asked, and the others to nobody in particular', async () => {
  const { troubles } = await setup();
  await opened();
  await runs.run(wish);
  server.say({
    type: 'error',
    name: 'InvalidInput',
    message: 'a month',
    field: 'month',
    requestId: 'request-1',
  });
  server.say({ type: 'error', name: 'RunNotFound', message: 'none' });
  await until(() => troubles.length === 1);
  expect(panel().asked?.error).toMatchObject({ name: 'InvalidInput', field: 'month' });
  expect(troubles).toMatchObject([{ name: 'RunNotFound' }]);
});
