import type { Inputs, Tile } from '../../layers/runtime/contracts.ts';
import { someone } from '../security/people.ts';
import type { Connection } from '../support/connection.ts';
import { analyst, type Person } from '../support/person.ts';

const FLIGHTS = '/dashboards/flights%2Foverview';
/** Which no other test asks for, so that no result of theirs is reused. */
const form: Inputs = { period: '2001-03-05/2001-03-11', airport: 'DEN' };

describe('a dashboard', () => {
  let person: Person;
  let connection: Connection;
  let tiles: Tile[];

  beforeAll(async () => {
    person = await analyst();
    connection = await person.connect();
    tiles = (await person.rest('GET', FLIGHTS)).body.tiles;
  });
  afterAll(() => connection.close());

  const topicOf = ({ id }: Tile) => `dashboard/flights/overview/${id}`;
  const inputsOf = ({ inputs, shared }: Tile): Inputs => ({
    ...inputs,
    ...Object.fromEntries(Object.entries(shared).map(([own, from]) => [own, form[from] ?? ''])),
  });

  it('runs every tile over one connection, each told of by its own topic', async () => {
    expect(tiles.length).toBeGreaterThan(4);
    for (const tile of tiles)
      connection.send({ action: 'run', report: tile.report, inputs: inputsOf(tile), topic: topicOf(tile) });
    const ends = await Promise.all(
      tiles.map((tile) => connection.message({ topic: topicOf(tile), status: 'succeeded' })),
    );
    expect(ends.map(({ report }) => report)).toEqual(tiles.map(({ report }) => report));
    expect(new Set(ends.map(({ runId }) => runId)).size).toBe(tiles.length);
  });

  it('has its equal tiles share one statement', async () => {
    const asked = (tile: Tile) => JSON.stringify([tile.report, inputsOf(tile)]);
    const statements = new Map<string, Set<string>>();
    for (const tile of tiles) {
      const { statementId } = await connection.message({ topic: topicOf(tile), status: 'succeeded' });
      statements.set(asked(tile), (statements.get(asked(tile)) ?? new Set()).add(statementId));
    }
    expect(statements.size).toBeLessThan(tiles.length);
    expect([...statements.values()].map(({ size }) => size)).toEqual([...statements].map(() => 1));
  });

  it('is listed for those who may see it, and for nobody else', async () => {
    const idsFor = async (one: Person) =>
      (await one.rest('GET', '/dashboards')).body.dashboards.map(({ id }: { id: string }) => id);
    expect(await idsFor(person)).toEqual(expect.arrayContaining(['flights/overview', 'taxi/overview']));
    const guest = await someone();
    expect(await idsFor(guest)).toContain('flights/overview');
    expect(await idsFor(guest)).not.toContain('taxi/overview');
    expect(await guest.rest('GET', '/dashboards/taxi%2Foverview')).toMatchObject({
      status: 403,
      body: { error: { name: 'AccessDenied' } },
    });
    expect(await guest.rest('GET', '/dashboards/taxi%2Fweekly')).toMatchObject({
      status: 404,
      body: { error: { name: 'DashboardNotFound' } },
    });
  });
});
