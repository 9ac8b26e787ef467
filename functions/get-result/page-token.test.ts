import { InvalidPage } from '@readout/runtime/errors.ts';
import { placeOf, toPage } from './page-token.ts';

const place = { token: 'of the Data API', rows: 1000, bytes: 20_000 };
const page = toPage('page-key', place);
const parts: unknown[] = JSON.parse(Buffer.from(page, 'base64url').toString());
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** The page with another value in one of its parts, under the signature of the page as it was. */
const altered = (index: number, value: unknown): string => encoded(parts.with(index, value));

test('a page says where it begins, to who made it', () => {
  expect(placeOf(page, 'page-key')).toEqual(place);
});

test.each([
  ['of another run', toPage('another-key', place)],
  ['that counts fewer rows', altered(1, 0)],
  ['that counts fewer bytes', altered(2, 0)],
  ['with another token', altered(0, 'another')],
  ['with another signature', altered(3, 'A'.repeat(43))],
  ['with a short signature', altered(3, 'A')],
  ['without a signature', encoded(parts.slice(0, 3))],
  ['without a token', toPage('page-key', { ...place, token: '' })],
  ['with less than no rows', toPage('page-key', { ...place, rows: -1 })],
  ['with a part of a byte', toPage('page-key', { ...place, bytes: 0.5 })],
  ['that is no list', encoded({ ...place })],
  ['that is no JSON', 'bWFkZSB1cA'],
  ['that is empty', ''],
])('a page %s is refused', (_case, other) => {
  expect(() => placeOf(other, 'page-key')).toThrow(InvalidPage);
});
