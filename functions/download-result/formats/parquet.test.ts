import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Cell } from '@readout/runtime/contracts.ts';
import { parquetFile } from './parquet.ts';

const column = (name: string, type: string, precision = 0, scale = 0) => ({ name, type, precision, scale });
const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What another reader finds in the file: names, types, and values as text. */
const readBack = async (columns: ReturnType<typeof column>[], rows: Cell[][]) => {
  const path = join(folder, 'file.parquet');
  writeFileSync(path, parquetFile({ columns, rows }));
  const duckdb = await (await DuckDBInstance.create()).connect();
  const read = await duckdb.runAndReadAll(`select columns(*)::varchar from '${path}'`);
  const described = await duckdb.runAndReadAll(`describe select * from '${path}'`);
  const types = described.getRows().map(([name, type]) => `${name} ${type}`);
  duckdb.closeSync();
  return { types, rows: read.getRows() };
};

test.each<[string, number, number, string, Cell, string]>([
  ['int2', 5, 0, 'SMALLINT', -32768, '-32768'],
  ['int4', 10, 0, 'INTEGER', 2147483647, '2147483647'],
  ['int8', 19, 0, 'BIGINT', '9223372036854775807', '9223372036854775807'],
  ['int8', 19, 0, 'BIGINT', 7, '7'],
  ['numeric', 5, 2, 'DECIMAL(5,2)', '-1.50', '-1.50'],
  ['numeric', 5, 2, 'DECIMAL(5,2)', '-0.05', '-0.05'],
  [
    'numeric',
    38,
    10,
    'DECIMAL(38,10)',
    '1234567890123456789012345678.0123456789',
    '1234567890123456789012345678.0123456789',
  ],
  ['float8', 17, 17, 'DOUBLE', 0.1, '0.1'],
  ['float8', 17, 17, 'DOUBLE', 'NaN', 'nan'],
  ['float4', 8, 8, 'FLOAT', 2.5, '2.5'],
  ['bool', 1, 0, 'BOOLEAN', false, 'false'],
  ['date', 13, 0, 'DATE', '1815-12-10', '1815-12-10'],
  ['timestamp', 29, 6, 'TIMESTAMP', '2015-12-01 03:04:05.678901', '2015-12-01 03:04:05.678901'],
  ['timestamp', 29, 6, 'TIMESTAMP', '1969-12-31 23:59:59.5', '1969-12-31 23:59:59.5'],
  ['timestamptz', 35, 6, 'TIMESTAMP WITH TIME ZONE', '2015-12-01 03:04:05+00', '2015-12-01 03:04:05+00'],
  ['varchar', 9, 0, 'VARCHAR', 'Zürich', 'Zürich'],
  ['varchar', 9, 0, 'VARCHAR', '', ''],
  ['varbyte', 9, 0, 'BLOB', 'YWJj', 'abc'],
  ['super', 0, 0, 'VARCHAR', '{"a":1}', '{"a":1}'],
])('%s(%i,%i) is %s, and %j is %s in it', async (type, precision, scale, parquet, cell, text) => {
  const { types, rows } = await readBack([column('c', type, precision, scale)], [[cell], [null]]);
  expect(types).toEqual([`c ${parquet}`]);
  expect(rows).toEqual([[text], [null]]);
});

test('each column has a name of its own, and a table may have no rows', async () => {
  const { types, rows } = await readBack([column('a', 'int4'), column('a', 'date')], []);
  expect(types).toEqual(['a INTEGER', 'a_2 DATE']);
  expect(rows).toEqual([]);
});
