import { z } from 'zod';
import { parse, parseJson } from './parse.ts';

const schema = z.object({ report: z.string(), labels: z.object({ topic: z.string().max(3) }).optional() });

test('returns what the schema describes', () => {
  expect(parse(schema, { report: 'taxi/daily' })).toEqual({ report: 'taxi/daily' });
});

test.each([
  ['a missing field', {}, /^report: /],
  ['a field inside another', { report: 'a', labels: { topic: 'long' } }, /^labels\.topic: /],
  ['a value that is no object', 'taxi/daily', /^the message: /],
])('names %s', (_case, value, message) => {
  expect(() => parse(schema, value)).toThrow(
    expect.objectContaining({ name: 'InvalidMessage', message: expect.stringMatching(message) }),
  );
});

test.each([undefined, null, '', '{', 'hello'])('refuses %p as JSON', (text) => {
  expect(() => parseJson(text)).toThrow(expect.objectContaining({ name: 'InvalidMessage' }));
});

test('reads JSON', () => {
  expect(parseJson('{"action":"ping"}')).toEqual({ action: 'ping' });
});
