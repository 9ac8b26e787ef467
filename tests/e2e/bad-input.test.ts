import { createHash } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { someone } from '../security/people.ts';
import { Connection } from '../support/connection.ts';
import type { Person } from '../support/person.ts';
import { aws, stack } from '../support/stack.ts';

describe('bad input', () => {
  let person: Person;
  let connection: Connection;

  beforeAll(async () => {
    person = await someone('analysts');
    connection = await person.connect();
  });
  afterAll(() => connection.close());

  /** The runs of this person, whom no other test knows. */
  const started = async (): Promise<string[]> =>
    (await person.rest('GET', '/runs')).body.runs.map(({ runId }: { runId: string }) => runId);

  const month = '2015-12';
  const cases: [string, object, object][] = [
    ['a report that does not exist', { report: 'no/such', inputs: {} }, { name: 'ReportNotFound' }],
    ['a report outside the folder', { report: '../schema/flights', inputs: {} }, { name: 'ReportNotFound' }],
    ['a missing input', { report: 'taxi/trips', inputs: {} }, { name: 'InvalidInput', field: 'month' }],
    [
      'an unknown input',
      { report: 'taxi/daily', inputs: { month, colour: 'red' } },
      { name: 'InvalidInput', field: 'colour' },
    ],
    [
      'an ill-typed input',
      { report: 'taxi/daily', inputs: { month: '2015-13' } },
      { name: 'InvalidInput', field: 'month' },
    ],
    [
      'a caller-bound value',
      { report: 'taxi/daily', inputs: { month, caller_id: 'x' } },
      { name: 'InvalidInput', field: 'caller_id' },
    ],
    [
      'an input that is too long',
      { report: 'flights/busiest-routes', inputs: { airport: 'A'.repeat(2000) } },
      { name: 'InvalidInput', field: 'airport' },
    ],
  ];

  it.each(cases)(
    '%s is refused over the socket, nothing is started and the connection goes on',
    async (what, run, error) => {
      const before = await started();
      connection.send({ action: 'run', requestId: what, topic: 'bad', ...run });
      expect(await connection.message({ requestId: what })).toMatchObject({
        type: 'error',
        topic: 'bad',
        ...error,
      });
      connection.send({ action: 'sync', requestId: `${what}, then` });
      await connection.message({ type: 'sync' });
      expect(await started()).toEqual(before);
    },
  );

  it.each(cases)('%s is refused over REST', async (_what, run, error) => {
    const { report, inputs } = run as { report: string; inputs: object };
    const before = await started();
    const { status, body } = await person.rest('POST', `/reports/${encodeURIComponent(report)}/runs`, {
      inputs,
    });
    expect(body.error).toMatchObject(error);
    expect(body.error.message).not.toBe('');
    expect(status).toBe(body.error.name === 'ReportNotFound' ? 404 : 400);
    expect(await started()).toEqual(before);
  });

  it('named by the handshake ends in a failed run that the new connection is told of', async () => {
    const own = await person.connect({ report: 'taxi/daily', month: '2015-13', topic: 'bad-handshake' });
    const failed = await own.message({ topic: 'bad-handshake', status: 'failed' });
    expect(failed.error).toMatchObject({ name: 'InvalidInput', field: 'month' });
    await own.close();
  });

  it.each([
    ['not JSON', 'not json'],
    ['a JSON text that is no object', '"run"'],
    ['an unknown action', { action: 'drop' }],
    ['no action', {}],
    ['a run without a report', { action: 'run', inputs: {} }],
    ['inputs that are a list', { action: 'run', report: 'taxi/daily', inputs: [] }],
    ['a cancel without a run', { action: 'cancel' }],
  ])(
    'a message that is %s is answered InvalidMessage or InvalidInput, and the connection goes on',
    async (_what, message) => {
      const own = await person.connect();
      own.send(message);
      const { name, message: words } = await own.message({ type: 'error' });
      expect(['InvalidMessage', 'InvalidInput']).toContain(name);
      expect(words).not.toBe('');
      own.send({ action: 'ping' });
      await own.message({ type: 'pong' });
      await own.close();
    },
  );

  it('a message over 128 KB closes the connection with 1009', async () => {
    const own = await person.connect();
    own.send({ action: 'run', report: 'taxi/daily', inputs: { month: 'x'.repeat(200_000) } });
    expect(await own.closed).toBe(1009);
  });

  describe('at the handshake', () => {
    const handshake = (ticket?: string) =>
      Connection.open(
        `${stack.websocket}${ticket === undefined ? '' : `?ticket=${encodeURIComponent(ticket)}`}`,
      );
    const refused = /Unexpected server response: 40[13]/;

    it('a ticket opens one connection only', async () => {
      const ticket = await person.ticket();
      const first = await handshake(ticket);
      await expect(handshake(ticket)).rejects.toThrow(refused);
      await first.close();
    });

    it('a made-up ticket, none, and one that has expired are refused', async () => {
      const expired = 'e'.repeat(43);
      const Item = {
        ticketHash: { S: createHash('sha256').update(expired).digest('hex') },
        caller: { M: { id: { S: 'x' }, email: { S: 'x' }, groups: { L: [] }, claims: { M: {} } } },
        expiresAt: { N: '1' },
      };
      await new DynamoDBClient(aws).send(new PutItemCommand({ TableName: 'readout-TicketsTable', Item }));
      for (const ticket of ['made-up', undefined, expired])
        await expect(handshake(ticket)).rejects.toThrow(refused);
    });
  });

  describe('of tokens', () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = (token: string) =>
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

    it.each<[string, (token: string) => string]>([
      ['none', () => ''],
      ['garbage', () => 'garbage'],
      ['another signature', (token) => `${token.slice(0, -8)}AAAAAAAA`],
      [
        'other claims',
        (token) => token.replace(/\.[^.]+\./, `.${part({ ...claims(token), sub: 'somebody' })}.`),
      ],
      ['alg none', (token) => `${part({ alg: 'none' })}.${part(claims(token))}.`],
    ])('%s is answered 401 Unauthorized', async (_what, forge) => {
      const { status, body } = await person.rest('GET', '/runs', undefined, forge(person.token));
      expect(status).toBe(401);
      expect(body.error.name).toBe('Unauthorized');
    });
  });

  it.each([
    ['a run that does not exist', 'GET', '/runs/00000000-0000-4000-8000-000000000000', 404, 'RunNotFound'],
    ['a run id that is none', 'GET', '/runs/x', 404, 'RunNotFound'],
    ['a route that does not exist', 'GET', '/nothing', 404, 'RouteNotFound'],
    ['a report that does not exist', 'GET', '/reports/no%2Fsuch', 404, 'ReportNotFound'],
    ['a cursor that is none', 'GET', '/runs?since=yesterday', 400, 'InvalidInput'],
  ])('%s is answered by name over REST', async (_what, method, path, status, name) => {
    expect(await person.rest(method, path)).toMatchObject({ status, body: { error: { name } } });
  });

  it('a body that is not JSON is answered by name', async () => {
    expect(await person.rest('POST', '/reports/taxi%2Fdaily/runs', 'not json')).toMatchObject({
      status: 400,
    });
  });

  it('a made-up page, or one of another run, is answered InvalidPage', async () => {
    connection.send({ action: 'run', report: 'taxi/trips', inputs: { month: '2015-02' }, topic: 'first' });
    connection.send({ action: 'run', report: 'taxi/trips', inputs: { month: '2015-03' }, topic: 'second' });
    const first = await connection.message({ topic: 'first', status: 'succeeded' });
    const second = await connection.message({ topic: 'second', status: 'succeeded' });
    const { next } = (await person.rest('GET', `/runs/${second.runId}/result`)).body;
    expect(next).toEqual(expect.any(String));
    for (const page of ['made-up', next]) {
      const path = `/runs/${first.runId}/result?page=${encodeURIComponent(page)}`;
      expect(await person.rest('GET', path)).toMatchObject({
        status: 400,
        body: { error: { name: 'InvalidPage' } },
      });
    }
  });

  it('never becomes part of the SQL text', async () => {
    const inputs = [
      "'; drop table flights; --",
      '" or 1=1 --',
      "' union select * from airports --",
      '$$;select 1;$$',
      ':period_start',
    ];
    for (const [index, airport] of inputs.entries()) {
      connection.send({
        action: 'run',
        report: 'flights/busiest-routes',
        inputs: { airport },
        topic: `injection-${index}`,
      });
      const done = await connection.message({
        topic: `injection-${index}`,
        type: 'run',
        status: 'succeeded',
      });
      expect(done.rows).toBe(0);
      const { body } = await person.rest('GET', `/runs/${done.runId}/statement`);
      expect(body.sql).toContain(':airport');
      expect(body.sql).not.toContain(airport);
      expect(body.parameters).toContainEqual({ name: 'airport', value: airport });
    }
    const { status } = await person.rest('GET', '/reports/flights%2Fairports');
    expect(status).toBe(200);
  });
});
