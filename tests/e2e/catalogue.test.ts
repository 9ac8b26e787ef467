import { setTimeout as wait } from 'node:timers/promises';
import type { Report, Run } from '@readout/runtime/contracts.ts';
import type { Connection } from '../support/connection.ts';
import { type OwnStack, ownStack } from '../support/own-stack.ts';
import { analyst, type Person } from '../support/person.ts';

jest.setTimeout(120_000); // a stack of its own is started, where nobody else runs what is counted

describe('what the catalogue knows', () => {
  const report = 'taxi/payments';
  let stack: OwnStack;
  let person: Person;
  let connection: Connection;

  beforeAll(async () => {
    stack = await ownStack();
    person = await analyst(stack);
    connection = await person.connect();
  });
  afterAll(async () => {
    await connection.close();
    await stack.stop();
  });

  const one = async (id = report): Promise<Report> =>
    (await person.rest('GET', `/reports/${encodeURIComponent(id)}`)).body;
  const listed = async (id = report): Promise<Report | undefined> =>
    (await person.rest('GET', '/reports')).body.reports.find((found: Report) => found.id === id);
  const run = async (topic: string, fresh: boolean): Promise<Run> => {
    connection.send({ action: 'run', report, inputs: { month: '2015-04' }, topic, fresh });
    return connection.message({ topic, status: 'succeeded' });
  };
  /** A statement is counted after its owners were told. */
  const runAfter = async (time: string): Promise<Report> => {
    for (;;) {
      const found = await one();
      if (found.lastRunAt && found.lastRunAt > time) return found;
      await wait(100);
    }
  };

  it('has the owner and the tables that the report names, and when those were loaded', async () => {
    const found = await listed();
    expect(found).toMatchObject({ owner: 'Taxi data team', reads: ['nyc_yellow_taxi'] });
    expect(Date.parse(found?.dataLoadedAt ?? '')).toBeLessThanOrEqual(Date.now());
    const { dataLoadedAt: flights } = (await listed('flights/delays-by-day')) ?? {};
    const { dataLoadedAt: both } = (await listed('flights/airports')) ?? {};
    expect([flights, both].every(Boolean)).toBe(true);
    expect((both ?? '') <= (flights ?? '')).toBe(true);
  });

  it('learns from a statement how long it took, and tells of one report as of all', async () => {
    const before = new Date().toISOString();
    const { startedAt, endedAt } = await run('measured', true);
    const found = await runAfter(before);
    expect(found.usualSeconds).toBeGreaterThan(0);
    expect(Date.parse(found.lastRunAt ?? '')).toBeGreaterThanOrEqual(Date.parse(startedAt ?? ''));
    expect(Date.parse(found.lastRunAt ?? '')).toBeLessThanOrEqual(Date.parse(endedAt ?? ''));
    expect(await listed()).toEqual(found);
  });

  it('learns nothing from a result that is reused', async () => {
    const { lastRunAt } = await one();
    await run('reused', false);
    expect((await one()).lastRunAt).toBe(lastRunAt);
  });

  it('a run says how old the data was that its statement read, also when its result is reused', async () => {
    const { dataLoadedAt } = await one();
    for (const [topic, fresh] of [
      ['loaded', true],
      ['loaded-reused', false],
    ] as const) {
      const { runId } = await run(topic, fresh);
      expect((await person.rest('GET', `/runs/${runId}`)).body).toMatchObject({
        dataLoadedAt,
        asOf: expect.any(String),
      });
    }
  });
});
