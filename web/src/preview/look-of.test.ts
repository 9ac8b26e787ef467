import { lookOf } from './look-of.ts';

it.each([
  ['word', 'SELECT', 'keyword'],
  ['word', 'fare_amount', undefined],
  ['string', "'select'", 'string'],
  ['parameter', ':month', 'parameter'],
  ['symbol', '=', undefined],
  ['space', ' ', undefined],
] as const)('colours the %s %s as %s', (kind, text, look) => {
  expect(lookOf({ kind, text })).toBe(look);
});
