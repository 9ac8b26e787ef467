import { randomBytes } from 'node:crypto';
import { connect as connectTcp, type Socket as TcpSocket } from 'node:net';
import type WebSocket from 'ws';
import type { Person } from '../support/person.ts';
import { stack } from '../support/stack.ts';
import { functionLogs } from './function-logs.ts';
import { someone } from './people.ts';
import { type Heard, Socket } from './socket.ts';

jest.setTimeout(120_000);

describe('a socket', () => {
  let person: Person;
  let bystander: Socket;

  beforeAll(async () => {
    person = await someone('analysts');
    bystander = await Socket.open(person);
  });
  /** Whatever one connection does, another of the same person goes on. */
  afterEach(async () => {
    expect(await bystander.ask({ action: 'ping' })).toEqual({ type: 'pong' });
  });
  afterAll(() => bystander.close());

  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  it.each<[string, number, (socket: WebSocket) => void]>([
    [
      'a message over 128 KB',
      1009,
      (socket) => {
        for (let part = 0; part < 5; part += 1) socket.send('x'.repeat(32 * 1024), { fin: part === 4 });
      },
    ],
    ['a frame over 32 KB', 1009, (socket) => socket.send('x'.repeat(32 * 1024 + 1))],
    ['a frame of a megabyte', 1009, (socket) => socket.send('x'.repeat(1 << 20))],
    [
      'a message without an end',
      1009,
      (socket) => {
        for (let part = 0; part < 6; part += 1) socket.send('x'.repeat(32 * 1024), { fin: false });
      },
    ],
    ['a binary message', 1003, (socket) => socket.send(randomBytes(64))],
    ['a binary message that is JSON', 1003, (socket) => socket.send(Buffer.from('{"action":"ping"}'))],
    [
      'a text that is not UTF-8',
      1007,
      (socket) => socket.send(Buffer.from([0xc3, 0x28, 0xff]), { binary: false }),
    ],
    ['half a character', 1007, (socket) => socket.send(Buffer.from('"ü').subarray(0, 2), { binary: false })],
  ])('with %s is closed with %d', async (_what, code, send) => {
    const own = await Socket.open(person);
    send(own.socket);
    expect(await own.closed).toBe(code);
  });

  it.each<[string, number[]]>([
    ['a frame that is not masked', [0x81, 0x02, 0x7b, 0x7d]],
    ['a reserved opcode', [0x83, 0x80, 1, 2, 3, 4]],
    ['a reserved bit', [0xf1, 0x80, 1, 2, 3, 4]],
    ['a ping that is too long', [0x89, 0xfe, 0x01, 0x00, 1, 2, 3, 4, ...Array(256).fill(1)]],
    ['a continuation of nothing', [0x80, 0x80, 1, 2, 3, 4]],
    ['a length of 2^63', [0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]],
  ])('that breaks the protocol by %s is closed', async (_what, bytes) => {
    const own = await Socket.open(person);
    (own.socket as unknown as { _socket: TcpSocket })._socket.write(Buffer.from(bytes));
    expect([1002, 1006, 1009]).toContain(await own.closed);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['not JSON', '{"action":"run"'],
    ['JSON twice', '{"action":"ping"}{"action":"ping"}'],
    ['a number', '1e999'],
    ['a list', '[{"action":"ping"}]'],
    ['a NUL', '\u0000'],
    ['half of a surrogate pair', '{"action":"cancel","runId":"\\ud800"}'],
    ['a deep object', nested(4000)],
    ['deep inputs', `{"action":"run","report":"taxi/vendors","inputs":${nested(4000)}}`],
    ['a deep list', '['.repeat(15_000)],
    ['a key of Object’s own', '{"action":"run","report":"taxi/vendors","inputs":{"__proto__":{"x":1}}}'],
    ['__proto__', '{"__proto__":{"action":"run"},"action":"run","report":"taxi/vendors","inputs":{}}'],
    ['constructor', '{"action":"cancel","runId":"x","constructor":{"prototype":{"x":1}}}'],
    ['a number for a report', '{"action":"run","report":7,"inputs":{}}'],
    ['inputs of null', '{"action":"run","report":"taxi/vendors","inputs":null}'],
    [
      'a list for an input',
      '{"action":"run","report":"taxi/daily","inputs":{"month":["2015-01","2015-02"]}}',
    ],
    ['an object for an input', '{"action":"run","report":"taxi/daily","inputs":{"month":{"$gt":""}}}'],
    [
      'a thousand inputs',
      JSON.stringify({
        action: 'run',
        report: 'taxi/daily',
        inputs: Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`x${at}`, 1])),
      }),
    ],
    ['a label that is too long', JSON.stringify({ action: 'sync', requestId: 'x'.repeat(20_000) })],
    ['a cursor that is too long', JSON.stringify({ action: 'sync', since: '9'.repeat(20_000) })],
  ])('with a message of %s is answered by name and goes on', async (_what, message) => {
    const own = await Socket.open(person);
    const answer = await own.ask(message);
    expect(answer).toMatchObject({ type: 'error', message: expect.any(String) });
    expect(['InvalidMessage', 'InvalidInput', 'RunNotFound']).toContain(answer.name);
    expect(JSON.stringify(answer).length).toBeLessThan(1000);
    expect(await own.ask({ action: 'ping' })).toEqual({ type: 'pong' });
    await own.close();
  });

  it('that floods a thousand messages gets an answer to each, and others are served meanwhile', async () => {
    const own = await Socket.open(person);
    const other = await someone();
    const flood = Array.from({ length: 1000 }, (_, at) => {
      const requestId = `flood-${at}`;
      const message = [
        { action: 'cancel', runId: 'x', requestId },
        { action: 'run', report: 'no/such', inputs: {}, requestId },
        { action: 'sync', since: 'x', requestId },
        { action: 'fly', requestId },
      ][at % 40] ?? { action: 'ping' };
      return { message, requestId, isPing: message.action === 'ping' };
    });
    let pongs = 0;
    own.socket.on('message', (data) => {
      if (String(data).includes('pong')) pongs += 1;
    });
    const answers = flood
      .filter(({ isPing }) => !isPing)
      .map(({ requestId }) => own.next((heard: Heard) => heard.requestId === requestId));
    for (const { message } of flood) own.socket.send(JSON.stringify(message));
    const meanwhile = await Socket.open(other);
    expect(await meanwhile.ask({ action: 'sync' })).toMatchObject({ type: 'sync', runs: [] });
    expect((await other.rest('GET', '/reports')).status).toBe(200);
    for (const answer of await Promise.all(answers))
      expect(['RunNotFound', 'ReportNotFound', 'InvalidInput', 'InvalidMessage']).toContain(answer.name);
    expect(pongs).toBe(flood.filter(({ isPing }) => isPing).length);
    await Promise.all([own.close(), meanwhile.close()]);
  });

  describe('that does not shake hands', () => {
    const { hostname, port, pathname } = new URL(stack.websocket);
    const tcp = (text: string): Promise<TcpSocket> =>
      new Promise((resolve, reject) => {
        const socket = connectTcp(Number(port), hostname, () => {
          socket.write(text);
          resolve(socket);
        });
        socket.on('error', reject);
      });
    const upgrade = (lines: string[]) =>
      [`GET ${pathname}?ticket=x HTTP/1.1`, 'Host: localhost', ...lines].join('\r\n');
    const answerOf = (socket: TcpSocket): Promise<string> =>
      new Promise((resolve) => {
        let text = '';
        socket.on('data', (chunk) => {
          text += chunk;
        });
        socket.once('close', () => resolve(text));
      });

    it('but stops in the middle, a hundred times over, keeps nobody out', async () => {
      const slow = await Promise.all(
        Array.from({ length: 100 }, (_, at) =>
          tcp(upgrade(['Upgrade: websocket', 'Connection: Upgrade']).slice(0, 20 + at)),
        ),
      );
      const own = await Socket.open(person);
      expect(await own.ask({ action: 'sync' })).toMatchObject({ type: 'sync' });
      await own.close();
      for (const socket of slow) socket.destroy();
    });

    it.each([
      ['no key', ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13']],
      [
        'an old version',
        [
          'Upgrade: websocket',
          'Connection: Upgrade',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
          'Sec-WebSocket-Version: 7',
        ],
      ],
      ['another protocol', ['Upgrade: h2c', 'Connection: Upgrade']],
      ['a bad header', ['Upgrade: websocket', 'Connection: Upgrade', 'Bad Header']],
      ['endless headers', ['Upgrade: websocket', `X: ${'x'.repeat(100_000)}`]],
    ])('with %s is refused', async (_what, lines) => {
      const socket = await tcp(`${upgrade(lines)}\r\n\r\n`);
      const answer = answerOf(socket);
      setTimeout(() => socket.end(), 200).unref();
      expect(await answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    });
  });

  it('has left no text of its own in a log', () => {
    const logs = functionLogs();
    expect(logs).not.toContain('x'.repeat(1000));
    expect(logs).not.toMatch(/(\{"a":){20}/);
  });
});
