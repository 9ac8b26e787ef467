import type { Cell } from '@readout/runtime/contracts.ts';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { xlsxFile } from './xlsx.ts';

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false });

/** The second line of a workbook of one column: the cell's type, value and number format as XML has them. */
const written = async (type: string, cell: Cell, scale = 0) => {
  const columns = [{ name: 'header', type, precision: 38, scale }];
  const files = unzipSync(await xlsxFile({ columns, rows: [[cell]] }));
  const xml = (name: string) => parser.parse(strFromU8(files[name] as Uint8Array));
  const { row } = xml('xl/worksheets/sheet1.xml').worksheet.sheetData;
  const { styleSheet } = xml('xl/styles.xml');
  const strings = [xml('xl/sharedStrings.xml').sst.si].flat();
  const found = row[1].c ?? {};
  const style = [styleSheet.cellXfs.xf].flat()[Number(found['@_s'] ?? 0)];
  const formats = [styleSheet.numFmts?.numFmt ?? []].flat();
  const text = strings[Number(found.v)]?.t;
  return {
    type: found['@_t'] ?? 'number',
    value: found['@_t'] === 's' ? (text?.['#text'] ?? text) : found.v,
    format: formats.find((one) => one['@_numFmtId'] === style['@_numFmtId'])?.['@_formatCode'],
    header: [styleSheet.fonts.font].flat()[
      Number([styleSheet.cellXfs.xf].flat()[Number(row[0].c['@_s'])]['@_fontId'])
    ],
  };
};

test.each<[string, Cell, number, object]>([
  ['int4', 42, 0, { value: '42', type: 'number' }],
  ['int8', 123456789012345, 0, { value: '123456789012345', type: 'number' }],
  ['numeric', '-1234.50', 2, { value: '-1234.5', format: '0.00', type: 'number' }],
  ['float8', 0.1, 0, { value: '0.1', type: 'number' }],
  ['bool', true, 0, { value: '1', type: 'b' }],
  ['date', '2015-12-01', 0, { value: '42339', format: 'yyyy-mm-dd' }],
  ['timestamp', '2015-12-01 12:00:00', 0, { value: '42339.5', format: 'yyyy-mm-dd hh:mm:ss' }],
  ['timestamptz', '2015-12-01 12:00:00.5+00', 0, { format: 'yyyy-mm-dd hh:mm:ss.000' }],
])('%s %j is a value that Excel counts with', async (type, cell, scale, expected) => {
  expect(await written(type, cell, scale)).toMatchObject(expected);
});

test.each<[string, Cell]>([
  ['int8', '9223372036854775807'],
  ['int8', 1234567890123456],
  ['numeric', '0.1234567890123456'],
  ['float8', 'NaN'],
  ['date', '1815-12-10'],
  ['timestamp', '2015-12-01 12:00:00.000001'],
  ['varchar', '=1+1'],
  ['varchar', '  two\nlines & <b>'],
])('%s %j keeps all of it as text', async (type, cell) => {
  expect(await written(type, cell, 16)).toMatchObject({ type: 's', value: String(cell) });
});

test('characters that XML cannot write are escaped, not dropped', async () => {
  expect(await written('varchar', 'a\u0001b\r_x0041_')).toMatchObject({
    value: 'a_x0001_b_x000D__x005F_x0041_',
  });
});

test('NULL is an empty cell, and the header is bold', async () => {
  const { value, header } = await written('int4', null);
  expect(value).toBeUndefined();
  expect(header).toHaveProperty('b');
});

test('what Excel has no room for is refused, and the message says what to use', async () => {
  await expect(written('varchar', 'x'.repeat(32_768))).rejects.toThrow('CSV or Parquet');
  const columns = [{ name: 'n', type: 'int4', precision: 10, scale: 0 }];
  const rows: Cell[][] = Array(1_048_576).fill([1]);
  await expect(xlsxFile({ columns, rows })).rejects.toMatchObject({ name: 'FileTooLarge' });
});
