import { someone } from '../security/people.ts';
import type { Connection } from '../support/connection.ts';
import { analyst, type Person } from '../support/person.ts';

const june = { period: '2001-06-01/2001-06-30' };

describe('a run', () => {
  let person: Person;
  let connection: Connection;

  beforeAll(async () => {
    person = await analyst();
    connection = await person.connect();
  });
  afterAll(() => connection.close());

  const run = (message: object) => connection.send({ action: 'run', ...message });

  it('is answered, runs and is told of over the socket, and its rows are read over REST', async () => {
    run({ report: 'flights/delays-by-day', inputs: june, topic: 'days', requestId: 'a' });
    const queued = await connection.message({ requestId: 'a', status: 'queued' });
    expect(queued).toMatchObject({
      type: 'run',
      report: 'flights/delays-by-day',
      topic: 'days',
      inputs: june,
    });
    const { runId } = queued;
    const done = await connection.message({ runId, status: 'succeeded' });
    expect(done).toMatchObject({
      topic: 'days',
      rows: 30,
      startedAt: expect.any(String),
      endedAt: expect.any(String),
    });
    const { status, body } = await person.rest('GET', `/runs/${runId}/result`);
    expect(status).toBe(200);
    expect(body.totalRows).toBe(30);
    expect(body.rows).toHaveLength(30);
    expect(body.rows[0][0]).toBe('2001-06-01');
    expect(body.next).toBeUndefined();
  });

  it('started by POST answers 202 with its place, and is told of on the open connection', async () => {
    const path = '/reports/flights%2Fdelays-by-hour/runs';
    const { status, headers, body } = await person.rest('POST', path, { inputs: {} });
    expect(status).toBe(202);
    const place = new URL(headers.get('location') ?? '', `${person.stack.rest}${path}`);
    expect(place.href).toBe(`${person.stack.rest}/runs/${body.runId}`);
    await connection.message({ runId: body.runId, status: 'succeeded' });
    const { body: run } = await person.rest('GET', `/runs/${body.runId}`);
    expect(run).toMatchObject({ runId: body.runId, status: 'succeeded' });
  });

  it('named by the handshake starts with the connection and is told of on it', async () => {
    const own = await person.connect({ report: 'taxi/daily', month: '2015-12', topic: 'from-handshake' });
    const done = await own.message({ topic: 'from-handshake', status: 'succeeded' });
    expect(done).toMatchObject({ report: 'taxi/daily', inputs: { month: '2015-12' }, rows: 31 });
    await own.close();
  });

  it('keeps to its topic when two reports run on one connection', async () => {
    run({ report: 'taxi/daily', inputs: { month: '2015-01' }, topic: 'left' });
    run({ report: 'taxi/daily', inputs: { month: '2015-02' }, topic: 'right' });
    const [left, right] = await Promise.all([
      connection.message({ topic: 'left', status: 'succeeded' }),
      connection.message({ topic: 'right', status: 'succeeded' }),
    ]);
    expect([left.rows, right.rows]).toEqual([31, 28]);
    expect(left.runId).not.toBe(right.runId);
  });

  it('is read to its last row, page by page, each row once', async () => {
    run({ report: 'taxi/trips', inputs: { month: '2015-01' }, topic: 'pages' });
    const { runId, rows } = await connection.message({ topic: 'pages', status: 'succeeded' });
    const seen = new Set<string>();
    let pages = 0;
    for (let path: string | undefined = `/runs/${runId}/result`; path; pages += 1) {
      const { body } = await person.rest('GET', path);
      for (const row of body.rows) seen.add(JSON.stringify(row));
      path = body.next && `/runs/${runId}/result?page=${encodeURIComponent(body.next)}`;
    }
    expect(pages).toBeGreaterThan(1);
    expect(seen.size).toBe(rows);
  });

  it('that Redshift refuses fails with the message of the engine', async () => {
    run({ report: 'taxi/trips', inputs: { month: '2015-12', least_fare: 99999999999 }, topic: 'overflow' });
    const failed = await connection.message({ topic: 'overflow', status: 'failed' });
    expect(failed.error).toMatchObject({
      name: 'QueryFailed',
      message: expect.stringContaining('99999999999'),
    });
  });

  it('can be cancelled, and says so', async () => {
    run({ report: 'flights/delays-by-hour', inputs: {}, requestId: 'stop' });
    const { runId } = await connection.message({ requestId: 'stop', status: 'queued' });
    connection.send({ action: 'cancel', runId, requestId: 'stopped' });
    const end = await Promise.race([
      connection.message({ runId, status: 'cancelled' }),
      connection.message({ requestId: 'stopped', name: 'RunEnded' }),
      connection.message({ runId, status: 'succeeded' }),
    ]);
    expect(end).toBeDefined();
  });

  it('is missed by nobody who was away: sync tells what changed since a cursor', async () => {
    const first = await connection.message({ type: 'run', status: 'succeeded' });
    const { body: started } = await person.rest('POST', '/reports/taxi%2Fvendors/runs', {});
    await connection.message({ runId: started.runId, status: 'succeeded' });
    const later = await person.connect();
    later.send({ action: 'sync', since: first.cursor });
    const { runs, cursor } = await later.message({ type: 'sync' });
    expect(runs.map((run: { runId: string }) => run.runId)).toContain(started.runId);
    expect(cursor > first.cursor).toBe(true);
    later.send({ action: 'ping' });
    await later.message({ type: 'pong' });
    await later.close();
  });

  it('belongs to its owner: nobody else hears of it, reads it or cancels it', async () => {
    const stranger = await someone();
    const theirs = await stranger.connect();
    run({ report: 'taxi/vendors', inputs: {}, topic: 'mine' });
    const { runId } = await connection.message({ topic: 'mine', status: 'succeeded' });
    for (const [method, path] of [
      ['GET', `/runs/${runId}`],
      ['GET', `/runs/${runId}/result`],
      ['DELETE', `/runs/${runId}`],
    ] as const) {
      expect(await stranger.rest(method, path)).toMatchObject({
        status: 404,
        body: { error: { name: 'RunNotFound' } },
      });
    }
    theirs.send({ action: 'cancel', runId, requestId: 'x' });
    await theirs.message({ requestId: 'x', name: 'RunNotFound' });
    expect((await stranger.rest('GET', '/runs')).body.runs).toEqual([]);
    expect(theirs.received.filter(({ type }) => type === 'run')).toEqual([]);
    await theirs.close();
  });
});
