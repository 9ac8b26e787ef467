import { derivedId } from './derived-id.ts';

test('the same has the same id, and anything else another', () => {
  expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'));
  const others = [derivedId('a b'), derivedId('ab', ''), derivedId('b', 'a'), derivedId('a', { b: 1 })];
  expect(new Set([derivedId('a', 'b'), ...others]).size).toBe(5);
});

test('it is a UUID of version 8', () => {
  for (const what of ['a', 'b', 'c'])
    expect(derivedId(what)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});
