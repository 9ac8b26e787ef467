import { ReadoutError } from '../readout-error.ts';
import { connectionTo, MINUTE } from '../testing/connected.ts';
import { startServer, type TestServer } from '../testing/server.ts';
import { until } from '../testing/until.ts';

let server: TestServer;
let close = () => {};
beforeEach(async () => {
  server = await startServer({});
});
afterEach(async () => {
  close();
  await server.stop();
});

function setup(odd?: { refuse: ReadoutError[] }) {
  const connected = connectionTo(server, odd);
  close = connected.line.close;
  return connected;
}
const run = { action: 'run', report: 'taxi/daily', inputs: {}, requestId: 'request-1' } as const;
const overdue = {
  type: 'error',
  name: 'Unauthorized',
  message: 'too long ago',
  requestId: 'request-1',
} as const;

it('opens with a ticket in the handshake, and carries messages both ways', async () => {
  const { line, heard, state } = setup();
  expect(line.send({ action: 'ping' })).toBe(false);
  line.open();
  expect(state()).toBe('connecting');
  await until(() => state() === 'open');
  expect(server.handshakes).toEqual(['/?ticket=ticket%2B1']);
  expect(line.send({ action: 'ping' })).toBe(true);
  server.say({ type: 'pong' });
  await until(() => heard.length === 1 && server.heard.length === 1);
  expect(server.heard).toEqual([{ action: 'ping' }]);
  expect(heard).toEqual([{ type: 'pong' }]);
});

it('opens a lost connection again, after a wait, with another ticket', async () => {
  const { line, states, advance, state } = setup();
  line.open();
  await until(() => state() === 'open');
  server.drop();
  await until(() => state() === 'reconnecting');
  expect(line.send({ action: 'ping' })).toBe(false);
  advance(499);
  expect(server.handshakes).toHaveLength(1);
  advance(1);
  await until(() => state() === 'open');
  expect(server.handshakes).toEqual(['/?ticket=ticket%2B1', '/?ticket=ticket%2B2']);
  expect(states).toEqual(['connecting', 'open', 'reconnecting', 'open']);
});

it('waits longer after each failure, and counts them', async () => {
  const offline = () => new ReadoutError('Offline', 'No answer came.');
  const { line, advance } = setup({ refuse: [offline(), offline()] });
  line.open();
  await until(() => line.status.get().failures === 1);
  expect(line.status.get()).toMatchObject({ state: 'reconnecting', error: { name: 'Offline' } });
  advance(500);
  await until(() => line.status.get().failures === 2);
  advance(999);
  expect(line.status.get().failures).toBe(2);
  advance(1);
  await until(() => line.status.get().state === 'open');
});

it('tries at once when it is checked while it waits', async () => {
  const { line, state } = setup({ refuse: [new ReadoutError('Offline', 'No answer came.')] });
  line.open();
  await until(() => state() === 'reconnecting');
  line.check();
  await until(() => state() === 'open');
});

it('gives up when the sign-in is over, and says so', async () => {
  const { line, states } = setup({ refuse: [new ReadoutError('Unauthorized', 'The session is over.')] });
  line.open();
  await until(() => line.status.get().state === 'closed');
  expect(states).toEqual(['connecting', 'closed']);
  expect(line.status.get().error).toMatchObject({ name: 'Unauthorized' });
});

it('stays closed once it is closed', async () => {
  const { line, advance, state } = setup();
  line.open();
  await until(() => state() === 'open');
  line.close();
  await until(() => server.sockets.size === 0);
  advance(600_000);
  expect(state()).toBe('closed');
  expect(server.handshakes).toHaveLength(1);
});

it('closes even while its ticket is on the way', async () => {
  const { line, state } = setup();
  line.open();
  line.close();
  await new Promise((resolve) => setImmediate(resolve));
  expect(state()).toBe('closed');
  expect(server.handshakes).toEqual([]);
});

it('takes a server that stops answering for lost', async () => {
  const { line, advance, state } = setup();
  line.open();
  await until(() => state() === 'open');
  line.check();
  await until(() => server.heard.length === 1);
  advance(10_000);
  expect(line.status.get()).toMatchObject({ state: 'reconnecting', error: { name: 'Offline' } });
});

describe('where WebSockets are blocked', () => {
  it('says that it asks instead, and goes on trying', async () => {
    const { line, states, advance, state } = setup();
    server.block(true);
    line.open();
    await until(() => state() === 'reconnecting');
    advance(500);
    await until(() => state() === 'asking');
    expect(line.send(run)).toBe(false);
    advance(1_000);
    await until(() => server.handshakes.length === 3);
    server.block(false);
    await until(() => line.status.get().failures === 3);
    advance(2_000);
    await until(() => state() === 'open');
    expect(states.filter((one, at) => one !== states[at - 1])).toEqual([
      'connecting',
      'reconnecting',
      'asking',
      'open',
    ]);
  });

  it('is not in that state when the server does not answer at all', async () => {
    const offline = () => new ReadoutError('Offline', 'No answer came.');
    const { line, advance, state } = setup({ refuse: [offline(), offline(), offline()] });
    line.open();
    for (const [failures, wait] of [500, 1_000, 2_000].entries()) {
      await until(() => line.status.get().failures === failures + 1);
      expect(state()).toBe('reconnecting');
      advance(wait);
    }
    await until(() => state() === 'open');
  });

  it('asks once the rights of the last connection are over and no other one comes about', async () => {
    const { line, opened, advance, state, pass } = setup();
    await opened();
    server.block(true);
    await pass(50 * MINUTE);
    for (const wait of [500, 1_000]) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      advance(wait);
    }
    await until(() => server.handshakes.length === 4);
    expect(state()).toBe('open');
    server.say({ ...overdue, requestId: undefined });
    await until(() => state() === 'asking');
    expect(line.send(run)).toBe(false);
  });
});
