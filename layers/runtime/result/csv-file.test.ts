import { csvFile } from './csv-file.ts';

const column = (name: string, type: string) => ({ name, type, precision: 0, scale: 0 });
const columns = [column('n', 'int8'), column('text', 'varchar'), column('amount', 'numeric')];
const text = (rows: (string | number | boolean | null)[][], raw = true) =>
  csvFile({ columns, rows }, raw).toString();

test('parts fields by commas and lines by CRLF, with a header', () => {
  expect(text([[1, 'x', '2.50']])).toBe('n,text,amount\r\n1,x,2.50\r\n');
});

test('quotes what would part fields or lines', () => {
  expect(text([[1, 'a,b', null]])).toContain('1,"a,b",\r\n');
  expect(text([[1, 'say "x"', null]])).toContain('1,"say ""x""",');
  expect(text([[1, 'two\nlines', null]])).toContain('1,"two\nlines",');
});

test('tells NULL from an empty text', () => {
  expect(text([[1, null, null]])).toContain('\r\n1,,\r\n');
  expect(text([[1, '', null]])).toContain('\r\n1,"",\r\n');
});

test.each(['=1+1', '+1', '-1', '@sum(a1)', '\t=1', '\r=1'])(
  'a text that a spreadsheet would run is shown instead: %j',
  (formula) => {
    expect(text([[1, formula, null]], false).replaceAll('"', '')).toContain(`1,'${formula},`);
    expect(text([[1, formula, null]]).replaceAll('"', '')).toContain(`1,${formula},`);
  },
);

test('a number keeps its minus, safe or not', () => {
  expect(text([[-1, 'x', '-2.50']], false)).toBe('\uFEFFn,text,amount\r\n-1,x,-2.50\r\n');
});

test('letters of every script are UTF-8', () => {
  expect(text([[1, 'Zürich 東京 👩', null]])).toContain('Zürich 東京 👩');
});
