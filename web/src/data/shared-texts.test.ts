import { sharedTexts } from './shared-texts.ts';

it('leaves every cell as it was', () => {
  const share = sharedTexts();
  const rows = [
    ['a', 1, null],
    ['a', '1', true],
    ['b', 1.5, ''],
  ];
  expect(structuredClone(rows).map(share)).toEqual(rows);
});

it('stops keeping texts of a column that repeats none, and goes on with the others', () => {
  const share = sharedTexts();
  for (let n = 0; n < 30_000; n++) expect(share([`t${n}`, 'same'])).toEqual([`t${n}`, 'same']);
});
