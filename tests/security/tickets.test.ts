import { createHash, randomBytes } from 'node:crypto';
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { analyst, type Person } from '../support/person.ts';
import { aws, stack } from '../support/stack.ts';
import { functionLogs } from './function-logs.ts';
import { inBatches } from './in-batches.ts';
import { someone } from './people.ts';
import { Socket } from './socket.ts';

const db = new DynamoDBClient(aws);
const TableName = 'readout-TicketsTable';
const handshake = (ticket: string, more = '') =>
  Socket.at(`${stack.websocket}?ticket=${encodeURIComponent(ticket)}${more}`);
const refused = /Unexpected server response: 401/;
const guess = (): string => randomBytes(32).toString('base64url');

describe('a ticket', () => {
  let person: Person;
  const used: string[] = [];
  const ticket = async (of = person): Promise<string> => {
    const made = await of.ticket();
    used.push(made);
    return made;
  };
  beforeAll(async () => {
    person = await analyst();
  });

  it('is 256 random bits, no two alike, and ends within a minute', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => person.rest('POST', '/tickets')));
    const tickets = answers.map(({ body }) => body.ticket as string);
    for (const one of tickets) expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(new Set(tickets).size).toBe(10);
    for (const { body, headers } of answers) {
      const asked = Date.parse(headers.get('date') ?? '');
      expect(Date.parse(body.expiresAt) - asked).toBeLessThanOrEqual(61_000);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    used.push(...tickets);
  });

  it('is kept as a hash only', async () => {
    const fresh = await ticket();
    const { Items = [] } = await db.send(new ScanCommand({ TableName }));
    const text = JSON.stringify(Items);
    expect(text).toContain(createHash('sha256').update(fresh).digest('hex'));
    for (const one of used) expect(text).not.toContain(one);
  });

  it('opens one connection, of many who come with it at once', async () => {
    const shared = await ticket();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => handshake(shared)));
    const opened = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(opened).toHaveLength(1);
    await Promise.all(opened.map((socket) => socket.close()));
    await expect(handshake(shared)).rejects.toThrow(refused);
  });

  it('opens the connection of who asked for it, whatever else the handshake says', async () => {
    const other = await someone();
    const socket = await handshake(
      await ticket(other),
      `&caller_id=${person.email}&owner=x&groups=operators`,
    );
    const answer = await socket.ask({ action: 'sync' });
    expect(answer).toMatchObject({ type: 'sync', runs: [] });
    await socket.close();
  });

  it('that has expired is refused, and used up all the same', async () => {
    const expired = guess();
    const ticketHash = createHash('sha256').update(expired).digest('hex');
    const caller = { id: { S: 'x' }, email: { S: 'x' }, groups: { L: [] }, claims: { M: {} } };
    const Item = { ticketHash: { S: ticketHash }, caller: { M: caller }, expiresAt: { N: '1' } };
    await db.send(new PutItemCommand({ TableName, Item }));
    await expect(handshake(expired)).rejects.toThrow(refused);
    const { Items = [] } = await db.send(new ScanCommand({ TableName }));
    expect(JSON.stringify(Items)).not.toContain(ticketHash);
  });

  it('is not guessed', async () => {
    const nearly = await ticket();
    const guesses = [
      ...Array.from({ length: 50 }, guess),
      `${nearly}A`,
      nearly.slice(0, -1),
      nearly.toUpperCase(),
      ` ${nearly}`,
      createHash('sha256').update(nearly).digest('hex'),
      '__proto__',
      '*',
      '%',
    ];
    await inBatches(guesses, 10, async (one) => {
      await expect(handshake(one)).rejects.toThrow(refused);
    });
    await (await handshake(nearly)).close();
  });

  it('is asked for: a handshake without one, or with it elsewhere, is refused', async () => {
    const spare = await ticket();
    for (const url of [
      stack.websocket,
      `${stack.websocket}?ticket=`,
      `${stack.websocket}?Ticket=${spare}`,
      `${stack.websocket}/${spare}`,
      `${stack.websocket}?report=taxi/vendors`,
    ])
      await expect(Socket.at(url)).rejects.toThrow(/Unexpected server response: 40[0134]/);
    await (await handshake(spare)).close();
  });

  it('stands in no log', () => {
    const logs = functionLogs();
    expect(used.length).toBeGreaterThan(10);
    for (const one of used) expect(logs).not.toContain(one);
  });
});
