import { commaSeparated, tabSeparated } from './tab-separated.ts';

it('is what a spreadsheet pastes', () => {
  const rows = [
    ['a', null, '9007199254740993'],
    ['x\ty', 'say "no"', true],
  ];
  expect(tabSeparated(rows)).toBe('a\t\t9007199254740993\n"x\ty"\t"say ""no"""\ttrue');
});

it('is a file in which no text is a formula and every number is one', () => {
  const rows = [
    ['=1+1', '-5.00', -5],
    ['a,b', null, '@x'],
  ];
  expect(commaSeparated(rows)).toBe(`'=1+1,-5.00,-5\r\n"a,b",,'@x\r\n`);
});
