import { sizeText } from './size-text.ts';

test.each([
  [0, '0 byte'],
  [812, '812 byte'],
  [1234, '1.2 kB'],
  [34_000_000, '34 MB'],
  [6_200_000_000_000, '6,200 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
