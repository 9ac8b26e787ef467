import type { ServerMessage } from '@readout/runtime/contracts.ts';
import { WebSocket } from 'ws';
import { connection } from './connection.ts';
import type { Socket } from './line.ts';
import { ReadoutError } from './readout-error.ts';
import { manualTimer } from './testing/manual-timer.ts';
import { startServer, type TestServer } from './testing/server.ts';
import { until } from './testing/until.ts';

let server: TestServer;
let close = () => {};
beforeEach(async () => {
  server = await startServer({});
});
afterEach(async () => {
  close();
  await server.stop();
});

function setup({ refuse = [] as ReadoutError[] } = {}) {
  const timer = manualTimer();
  const heard: ServerMessage[] = [];
  const states: string[] = [];
  const openings: ('anew' | 'renewed')[] = [];
  let tickets = 0;
  const line = connection({
    websocket: server.websocket,
    issueTicket: async () => {
      const refusal = refuse.shift();
      if (refusal) throw refusal;
      tickets += 1;
      return { ticket: `ticket+${tickets}`, expiresAt: '' };
    },
    onOpen: (renewed) => openings.push(renewed ? 'renewed' : 'anew'),
    onMessage: (message) => heard.push(message),
    openSocket: (url) => new WebSocket(url) as unknown as Socket,
    after: timer.after,
    now: timer.now,
    random: () => 0,
  });
  line.status.subscribe(() => states.push(line.status.get().state));
  close = line.close;
  const state = () => line.status.get().state;
  const opened = async () => {
    line.open();
    await until(() => state() === 'open');
  };
  /** So long passes, in which the server is heard of often enough. */
  const pass = async (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left -= 4 * MINUTE) {
      server.say({ type: 'pong' });
      await until(() => heard.length > 0);
      heard.length = 0;
      timer.advance(Math.min(left, 4 * MINUTE));
    }
  };
  return { line, heard, states, openings, opened, pass, advance: timer.advance, state, sleep: timer.sleep };
}
const MINUTE = 60_000;
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

describe('before the rights of a connection end', () => {
  it('opens the next one beside it, and lets the former go when nobody waits for its answers any longer', async () => {
    const { line, heard, states, openings, opened, advance, pass } = setup();
    await opened();
    const [former] = [...server.sockets];
    await pass(50 * MINUTE - 1);
    expect(server.handshakes).toHaveLength(1);
    advance(1);
    await until(() => openings.length === 2);
    expect(openings).toEqual(['anew', 'renewed']);
    expect(states).toEqual(['connecting', 'open']);
    expect(server.handshakes).toEqual(['/?ticket=ticket%2B1', '/?ticket=ticket%2B2']);

    former?.send(JSON.stringify({ type: 'pong' }));
    await until(() => heard.length === 1);
    line.send(run);
    await until(() => server.heard.length > 0);
    expect(server.heardBy(former)).toEqual([]);
    advance(30_000);
    await until(() => server.sockets.size === 1);
    expect(server.sockets.has(former as never)).toBe(false);
    expect(states).toEqual(['connecting', 'open']);
  });

  it('renews the next one in its turn', async () => {
    const { openings, opened, pass } = setup();
    await opened();
    await pass(50 * MINUTE);
    await until(() => openings.length === 2);
    await pass(50 * MINUTE);
    await until(() => openings.length === 3);
    expect(openings).toEqual(['anew', 'renewed', 'renewed']);
  });

  it('tries again by itself, and stays open, when the next one does not come about', async () => {
    const refuse: ReadoutError[] = [];
    const { states, openings, opened, advance, pass } = setup({ refuse });
    await opened();
    refuse.push(new ReadoutError('Offline', 'No answer came.'));
    await pass(50 * MINUTE);
    await until(() => refuse.length === 0);
    await new Promise((resolve) => setImmediate(resolve));
    advance(500);
    await until(() => openings.length === 2);
    expect(states).toEqual(['connecting', 'open']);
  });

  it('finds out that it is time when a laptop wakes, whose timers stood still', async () => {
    const { line, openings, opened, sleep } = setup();
    await opened();
    sleep(49 * MINUTE);
    line.check();
    sleep(MINUTE);
    line.check();
    await until(() => openings.length === 2);
    expect(server.handshakes).toHaveLength(2);
  });

  it('does not outlive a close, wherever it is', async () => {
    const { line, opened, advance, state, pass } = setup();
    await opened();
    await pass(50 * MINUTE);
    line.close();
    await until(() => server.sockets.size === 0);
    advance(600_000);
    expect(state()).toBe('closed');
    expect(server.handshakes).toHaveLength(1);
  });
});

describe('a message that is refused because the rights are over', () => {
  it('goes over another connection, and nobody hears of the refusal', async () => {
    const { line, heard, states, openings, opened, advance } = setup();
    await opened();
    advance(MINUTE);
    line.send(run);
    await until(() => server.heard.length === 1);
    server.say(overdue);
    await until(() => server.heard.length === 2);
    expect(server.heard).toEqual([run, run]);
    expect(openings).toEqual(['anew', 'renewed']);
    expect(states).toEqual(['connecting', 'open']);
    expect(heard).toEqual([]);
  });

  it('goes over the connection that has taken its place meanwhile', async () => {
    const { line, heard, openings, opened, advance, pass } = setup();
    await opened();
    const [former] = [...server.sockets];
    advance(MINUTE);
    line.send(run);
    await until(() => server.heard.length === 1);
    await pass(49 * MINUTE);
    await until(() => openings.length === 2);
    former?.send(JSON.stringify(overdue));
    await until(() => server.heard.length === 2);
    expect(server.heardBy(former)).toEqual([run]);
    expect(heard).toEqual([]);
  });

  it('is told when a fresh connection refuses it as well: it is not sent for ever', async () => {
    const { line, heard, opened, advance } = setup();
    await opened();
    advance(MINUTE);
    line.send(run);
    await until(() => server.heard.length === 1);
    server.say(overdue);
    await until(() => server.heard.length === 2);
    server.say(overdue);
    await until(() => heard.length === 1);
    expect(heard).toEqual([overdue]);
    expect(server.heard).toHaveLength(2);
  });
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
