import { type Wish, wishHref, wishOf, withTag } from './wish.ts';

const none: Wish = { text: '', tags: [] };

it.each<[Wish, string]>([
  [none, '/reports'],
  [{ text: 'day & night', tags: ['a', 'b c'] }, '/reports?q=day+%26+night&tag=a&tag=b+c'],
  [{ ...none, folder: 'finance/day' }, '/reports?folder=finance%2Fday'],
  [{ ...none, list: 'recent' }, '/reports?list=recent'],
])('%j is %s, there and back', (wish, href) => {
  expect(wishHref(wish)).toBe(href);
  expect(wishOf(new URL(href, 'https://readout.example').searchParams)).toEqual(wish);
});

it('takes an unknown list for none', () => {
  expect(wishOf(new URLSearchParams('list=all&folder='))).toEqual(none);
});

it('adds a tag, and takes it away again', () => {
  const wish = withTag(withTag(none, 'a'), 'b');
  expect(wish.tags).toEqual(['a', 'b']);
  expect(withTag(wish, 'a').tags).toEqual(['b']);
});
