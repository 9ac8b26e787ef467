import { DuckDBInstance } from '@duckdb/node-api';
import { type Findings, type Measurement, medianMs } from '../measurement.ts';
import { type Server, startServer } from './server.ts';

export const title = 'The Data API emulator against DuckDB';

/** Rows as reports have them: a date, a place, a count, an amount. */
const rowsSql = (rows: number): string =>
  `select date '2001-01-01' + cast(i % 181 as integer) as day, 'airport ' || (i % 300) as place, i as flights, ` +
  `cast(i * 0.01 as decimal(12, 2)) as amount from range(${rows}) t(i)`;

const million = 1_000_000;

/** What holds the numbers that are not as good as they could be. */
const notes = [
  'A statement crosses to the engine about ten times (a connection of its own, its search path, preparing, running, storing the ' +
    'result, measuring it, reading the page) at about half a millisecond each on this machine, and is two HTTP requests. That is ' +
    'the price of statements that share no session and of results that outlive them.',
  'The first page comes after the whole result is stored, as with the service: paging needs its size, and its limit of 500 MB is ' +
    'checked while it grows.',
  'The JSON of a page is 2.3 times the bytes of the baseline, since the service wraps each cell.',
];

export const measure = async (): Promise<Findings> => {
  const connection = await (await DuckDBInstance.create()).connect();
  const server = await startServer();
  try {
    const measurements = [
      await statements(server, connection),
      await firstPage(server, connection),
      await reading(server, connection, 'JSON'),
      await reading(server, connection, 'CSV'),
      await memory(server),
    ];
    return { measurements, notes };
  } finally {
    server.stop();
  }
};

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;
const target = { WorkgroupName: 'local', Database: 'dev' };

const execute = async (server: Server, Sql: string, more: object = {}): Promise<string> => {
  const answer = await server.call('ExecuteStatement', { Sql, ...target, WaitTimeSeconds: 30, ...more });
  const { Id, Status } = JSON.parse(answer);
  if (Status !== 'FINISHED') throw new Error(await server.call('DescribeStatement', { Id }));
  return Id;
};

const statements = async (server: Server, connection: Connection): Promise<Measurement> => ({
  what: 'a small statement, sent and its rows read',
  baseline: 'DuckDB in the process',
  measured: await medianMs(300, async () => {
    await server.call('GetStatementResult', { Id: await execute(server, 'select 1 as one') });
  }),
  against: await medianMs(300, async () => (await connection.runAndReadAll('select 1 as one')).getRowsJson()),
  unit: 'ms',
  note: 'two requests over HTTP',
});

const firstPage = async (server: Server, connection: Connection): Promise<Measurement> => ({
  what: 'first page of a million rows',
  baseline: 'DuckDB, its first megabyte read and serialised',
  measured: await medianMs(5, async () => {
    await server.call('GetStatementResult', { Id: await execute(server, rowsSql(million)) });
  }),
  against: await medianMs(5, async () => {
    const reader = await connection.streamAndReadUntil(rowsSql(million), 8192);
    return JSON.stringify(reader.getRowsJson());
  }),
  unit: 'ms',
  note: 'the emulator keeps the whole result first, as the service does',
});

/** Every page of a million rows that are ready, against reading and serialising the same rows in the process. */
const reading = async (
  server: Server,
  connection: Connection,
  format: 'JSON' | 'CSV',
): Promise<Measurement> => {
  const Id = await execute(server, rowsSql(million), { ResultFormat: format });
  const operation = format === 'JSON' ? 'GetStatementResult' : 'GetStatementResultV2';
  await connection.run(`create or replace temp table result as ${rowsSql(million)}`);
  return {
    what: `a million rows through ${operation}`,
    baseline: `DuckDB, read and serialised as ${format}`,
    measured: await medianMs(3, () => readPages(server, operation, Id)),
    against: await medianMs(3, () => serialise(connection, format)),
    unit: 'ms',
  };
};

const readPages = async (server: Server, operation: string, Id: string): Promise<void> => {
  for (let NextToken: string | undefined, first = true; first || NextToken; first = false) {
    const page = await server.call(operation, { Id, ...(NextToken && { NextToken }) });
    NextToken = /"NextToken":"([^"]+)"/.exec(page)?.[1];
  }
};

const serialise = async (connection: Connection, format: 'JSON' | 'CSV'): Promise<number> => {
  const result = await connection.stream('select * from result');
  let bytes = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const rows = chunk.getRows().map((row) => row.map(String));
    const text = format === 'JSON' ? JSON.stringify(rows) : rows.map((row) => row.join(',')).join('\r\n');
    bytes += Buffer.byteLength(text);
  }
  return bytes;
};

const memory = async (server: Server): Promise<Measurement> => {
  const against = server.peakMemory();
  const Id = await execute(server, rowsSql(10 * million));
  await readPages(server, 'GetStatementResult', Id);
  return {
    what: 'most memory with ten million rows read',
    baseline: 'most memory with the runs above, a million rows each',
    measured: server.peakMemory(),
    against,
    unit: 'MB',
  };
};
