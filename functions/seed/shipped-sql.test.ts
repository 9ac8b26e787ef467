import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { splitStatements } from '@readout/runtime/report/statements.ts';
import { withConstants } from './constants.ts';

const root = fileURLToPath(new URL('../../sql/', import.meta.url));
const script = (key: string) => ({ key, body: readFileSync(root + key) });
const scripts = ['schema', 'sample'].flatMap((folder) =>
  readdirSync(root + folder).map((name) => `${folder}/${name}`),
);

it.each(scripts)('%s is one batch, with constants that there are', (key) => {
  const text = withConstants(script(key), { data_bucket: 'data-bucket' });
  expect(splitStatements(text).length).toBeGreaterThan(0);
  expect(splitStatements(text).length).toBeLessThanOrEqual(40);
});

it.each(['flights', 'airports', 'nyc_yellow_taxi'])('%s has a schema script and a sample script', (table) => {
  expect(scripts).toEqual(expect.arrayContaining([`schema/${table}.sql`, `sample/${table}.sql`]));
});

describe('the generated taxi trips', () => {
  let connection: DuckDBConnection;

  /** The engine takes the table's definition without Redshift's storage attributes. */
  const create = (sql: string) =>
    sql.replace(/ encode \w+/g, '').replace(/diststyle even\s+compound sortkey \(.*\)/, '');

  const generate = async () => {
    const [table] = splitStatements(script('schema/nyc_yellow_taxi.sql').body.toString());
    await connection.run(create(table as string));
    for (const one of splitStatements(script('sample/nyc_yellow_taxi.sql').body.toString()))
      await connection.run(one);
  };
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();

  beforeAll(async () => {
    connection = await (await DuckDBInstance.create()).connect();
    await generate();
  }, 60_000);
  afterAll(() => connection.closeSync());

  it('are half a million at most, on every day of 2015, by both vendors', async () => {
    const [[trips, days, first, last, vendors]] = (await ask(
      `select count(*)::integer, count(distinct pickup_date)::integer, min(pickup_date), max(pickup_date),
         count(distinct vendorid)::integer from nyc_yellow_taxi`,
    )) as [[number, number, string, string, number]];
    expect(trips).toBeGreaterThan(300_000);
    expect(trips).toBeLessThan(500_000);
    expect([days, first, last, vendors]).toEqual([365, '2015-01-01', '2015-12-31', 2]);
  });

  it('have no trip that could not be', async () => {
    expect(
      await ask(
        `select * from nyc_yellow_taxi
          where pickup_date <> pickup_datetime::date or dropoff_datetime <= pickup_datetime
             or dropoff_datetime > pickup_datetime + interval '3 hours' or fare_amount < 2.5
             or total_amount <= fare_amount or trip_distance <= 0 or passenger_count not between 1 and 6`,
      ),
    ).toEqual([]);
  });

  it('have busy evenings, quiet mornings and late weekends', async () => {
    const [[evening, morning, weekend, weekday]] = (await ask(
      `select count(*) filter (hour(pickup_datetime) = 19)::integer, count(*) filter (hour(pickup_datetime) = 4)::integer,
              (count(*) filter (hour(pickup_datetime) = 2 and dayofweek(pickup_date) in (0, 6)) / 104)::integer,
              (count(*) filter (hour(pickup_datetime) = 2 and dayofweek(pickup_date) between 1 and 5) / 261)::integer
         from nyc_yellow_taxi`,
    )) as [[number, number, number, number]];
    expect(evening).toBeGreaterThan(5 * morning);
    expect(weekend).toBeGreaterThan(1.5 * weekday);
  });

  it('are the same rows each time, and no more of them', async () => {
    const summary = `select count(*)::integer, sum(hash(t)::hugeint)::varchar from nyc_yellow_taxi t`;
    const before = await ask(summary);
    await generate();
    expect(await ask(summary)).toEqual(before);
  }, 60_000);
});
