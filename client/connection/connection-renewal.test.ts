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
