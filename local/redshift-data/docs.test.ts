import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as sdk from '@aws-sdk/client-redshift-data';
import { conduct } from './conduct.ts';
import { decisions } from './decisions.ts';
import { program } from './server/options.ts';
import { members } from './wire/members.ts';
import { rates } from './wire/throttle.ts';

const page = readFileSync(fileURLToPath(new URL('docs/emulator.md', import.meta.url)), 'utf8');
/** Rows of all tables, their cells without the spaces around them. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
const row = (first: string) => rows.find(([cell]) => cell === first);

const modelled = Object.keys(sdk).flatMap((name) => /^([A-Z]\w+)Command$/.exec(name)?.[1] ?? []);

it('has a row for every operation of the model, and the emulator has all of them', () => {
  expect(modelled.length).toBeGreaterThan(10);
  expect(Object.keys(members).sort()).toEqual(modelled.sort());
  expect(modelled.filter((name) => !row(`\`${name}\``))).toEqual([]);
});

it.each(program.options.map(({ flags }) => flags))('has a row for the option %s', (flags) => {
  expect(row(`\`${flags}\``)).toBeDefined();
});

it.each(Object.values(decisions).map((one) => [one.point, 'here' in one ? one.here : `\`${one.text}\``]))(
  'says what was decided: %s',
  (point, here) => {
    expect(row(point)?.[1]).toBe(here);
  },
);

it.each(conduct)('says what happens here: %s', (point, here) => {
  expect(row(point)?.[1]).toBe(here);
});

it('names the rates', () => {
  for (const [operation, rate] of Object.entries(rates)) {
    expect(row(`\`${operation}\``)?.at(-1)).toBe(`${rate} a second`);
  }
});
