import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { strFromU8, unzipSync } from 'fflate';
import { someone, without } from '../security/people.ts';
import type { Connection } from '../support/connection.ts';
import type { Person } from '../support/person.ts';

let person: Person;
let stranger: Person;
let connection: Connection;
let small: string;
let large: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'download-'));
  person = await someone('analysts');
  connection = await person.connect();
  stranger = await someone('analysts');
  small = await ran('taxi/payments', { month: '2015-12' });
  large = await ran('flights/flight-by-flight', { period: '2001-01-01/2001-01-05' });
});
afterAll(async () => {
  await connection.close();
  rmSync(folder, { recursive: true, force: true });
});

const ran = async (report: string, inputs: object): Promise<string> => {
  connection.send({ action: 'run', report, inputs, topic: report });
  return (await connection.message({ topic: report, status: 'succeeded' })).runId;
};

const ask = (runId: string, request: object, token = person.token) =>
  person.rest('POST', `/runs/${runId}/downloads`, request, token);

/** Asks for a file, waits for the run that prepares it if there is one, and reads it by its link. */
const download = async (runId: string, request: object) => {
  let { status, body } = await ask(runId, request);
  if (status === 202) {
    await connection.message({ runId: body.runId, status: 'succeeded' });
    ({ status, body } = await ask(runId, request));
  }
  expect({ status, body }).toMatchObject({ status: 200, body: { files: [expect.anything()] } });
  const answer = await fetch(body.files[0].url);
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes).toHaveLength(body.files[0].bytes);
  return { ...body, bytes, headers: answer.headers };
};

const parquetRows = async (bytes: Buffer, sql: string): Promise<unknown[][]> => {
  const path = join(folder, 'file.parquet');
  writeFileSync(path, bytes);
  const duckdb = await (await DuckDBInstance.create()).connect();
  return (await duckdb.runAndReadAll(sql.replace('file', `'${path}'`))).getRowsJson() as unknown[][];
};

const result = async (runId: string) => (await person.rest('GET', `/runs/${runId}/result`)).body;

describe('a small result', () => {
  it('is a CSV file at once, named after the report and its inputs', async () => {
    const { bytes, headers, files, rows, ordered } = await download(small, { format: 'csv' });
    expect(files[0].name).toBe('payments-2015-12.csv');
    expect(headers.get('content-disposition')).toBe('attachment; filename="payments-2015-12.csv"');
    const shown = await result(small);
    expect([rows, ordered]).toEqual([shown.totalRows, true]);
    const lines = [shown.columns.map(({ name }: { name: string }) => name), ...shown.rows];
    expect(String(bytes)).toBe(`\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`);
  });

  it('is a Parquet file with the types of its columns', async () => {
    const { bytes } = await download(small, { format: 'parquet' });
    expect(
      await parquetRows(bytes, 'select column_name, column_type from (describe select * from file)'),
    ).toEqual([
      ['payment', 'VARCHAR'],
      ['trips', 'BIGINT'],
      ['total', expect.stringMatching(/^DECIMAL\(38,2\)/)],
      ['mean_extra', expect.stringMatching(/^DECIMAL/)],
    ]);
    const { rows } = await result(small);
    expect(
      await parquetRows(
        bytes,
        'select payment, trips::varchar, total::varchar, mean_extra::varchar from file',
      ),
    ).toEqual(rows.map((row: unknown[]) => row.map(String)));
  });

  it('is an Excel workbook with real numbers', async () => {
    const { bytes, files } = await download(small, { format: 'xlsx' });
    expect(files[0].name).toBe('payments-2015-12.xlsx');
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
    const { rows } = await result(small);
    expect(sheet).toContain(`<v>${rows[0][1]}</v>`);
    expect(sheet).toContain(`<v>${Number(rows[0][2])}</v>`);
  });
});

describe('a large result', () => {
  it.each(['csv', 'parquet'])('is prepared by Redshift as %s, with every row', async (format) => {
    const { bytes, rows, files, ordered } = await download(large, { format });
    const { totalRows, columns } = await result(large);
    expect(totalRows).toBeGreaterThan(50_000);
    expect([rows, files[0].name, ordered]).toEqual([
      totalRows,
      `flight-by-flight-2001-01-01-2001-01-05.${format}`,
      false,
    ]);
    if (format === 'csv') {
      const [header, ...lines] = String(bytes).trimEnd().split('\n');
      expect(header).toBe(columns.map(({ name }: { name: string }) => name).join(','));
      expect(lines).toHaveLength(totalRows);
    } else {
      const sql = 'select count(*)::integer, min(date)::date::varchar, max(date)::date::varchar from file';
      expect(await parquetRows(bytes, sql)).toEqual([[totalRows, '2001-01-01', '2001-01-05']]);
    }
  });

  it('is prepared once, by a run that is found again', async () => {
    const request = { format: 'csv', raw: true };
    const asked = await Promise.all([ask(large, request), ask(large, request)]);
    const ids = new Set(asked.map(({ body }) => body.runId));
    expect(asked.map(({ status }) => status)).toEqual([202, 202]);
    expect(ids.size).toBe(1);
    const [runId] = [...ids];
    await connection.message({ runId, status: 'succeeded' });
    const { body: run } = await person.rest('GET', `/runs/${runId}`);
    expect(run).toMatchObject({ download: { of: large, format: 'csv', raw: true } });
    expect(run).not.toHaveProperty('rows');
    expect((await person.rest('GET', `/runs/${runId}/result`)).status).toBe(409);
    expect((await ask(large, request)).status).toBe(200);
  });

  it('is no Excel file, and says what to use instead', async () => {
    const { status, body } = await ask(large, { format: 'xlsx' });
    expect([status, body.error.name]).toEqual([422, 'FileTooLarge']);
    expect(body.error.message).toContain('CSV or Parquet');
  });
});

describe('nobody else gets at the rows', () => {
  it('not another person, who is told that there is no such run', async () => {
    for (const runId of [small, large])
      expect(await ask(runId, { format: 'csv' }, stranger.token)).toMatchObject({
        status: 404,
        body: { error: { name: 'RunNotFound' } },
      });
  });

  it('not by a link whose time is over', async () => {
    const { files } = await download(small, { format: 'csv' });
    const url = new URL(files[0].url);
    expect(url.searchParams.get('X-Amz-Expires')).toBe('900');
    const early = new Date(Date.now() - 901_000).toISOString().replace(/[-:]|\.\d+/g, '');
    url.searchParams.set('X-Amz-Date', early);
    const late = await fetch(url);
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
  });

  it('not the person who has left the group of the report', async () => {
    const former = await without(person, 'analysts');
    expect(await ask(small, { format: 'csv' }, former.token)).toMatchObject({
      status: 403,
      body: { error: { name: 'AccessDenied' } },
    });
  });
});
