import { forgetOwn, rememberedOwn, rememberOwn } from './remembered-own.ts';

const kept = new Map<string, string>();
beforeAll(() => {
  const value = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  };
  Object.defineProperty(globalThis, 'localStorage', { value, configurable: true });
});
beforeEach(() => kept.clear());

const own = { favourites: ['a'], recent: ['b', 'a'] };
const nothing = { favourites: [], recent: [] };

it('knows what was a person’s own when they last looked, and nothing of another person’s', () => {
  rememberOwn('ada@example.com', own);
  expect(rememberedOwn('ada@example.com')).toEqual(own);
  expect(rememberedOwn('bob@example.com')).toEqual(nothing);
});

it('knows nothing after it was forgotten, and of what something else has left there', () => {
  rememberOwn('ada@example.com', own);
  forgetOwn();
  expect(rememberedOwn('ada@example.com')).toEqual(nothing);
  kept.set('readout.own', '{"email":"ada@example.com","recent":[1,"b"],"favourites":"a"}');
  expect(rememberedOwn('ada@example.com')).toEqual({ favourites: [], recent: ['b'] });
  kept.set('readout.own', '{');
  expect(rememberedOwn('ada@example.com')).toEqual(nothing);
});
