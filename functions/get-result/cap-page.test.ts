import { capPage } from './cap-page.ts';

const page = (rows: string[][], bytes: number) =>
  capPage(rows, { before: { rows: 10, bytes: 100 }, more: false, caps: { rows: 1000, bytes } });

test('a page counts the bytes of its rows as they are sent, not their letters', () => {
  const row = ['é', '"'];
  const size = Buffer.byteLength('["é","\\""],');
  expect(page([row], 100 + size)).toEqual({ rows: [row], read: { rows: 11, bytes: 100 + size } });
  expect(page([row], 100 + size - 1)).toMatchObject({ rows: [], capped: { bytes: 100 + size - 1 } });
});

test('a page is cut before the first row that is too large', () => {
  expect(page([['1'], ['x'.repeat(100)], ['2']], 150)).toMatchObject({ rows: [['1']] });
});
