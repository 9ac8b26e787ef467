import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Losses } from './simulate.ts';
import type { Tally } from './tally.ts';

const page = fileURLToPath(new URL('../../docs/faults.md', import.meta.url));
const begin = '<!-- fault table: npm run faults -->';
const end = '<!-- end of the fault table -->';

const words: Record<keyof Losses, string> = {
  neverAnswered: 'never answered',
  answeredTwice: 'answered twice',
  answeredToOthers: 'answered to somebody else',
  runTwice: 'whose statement ran twice',
  withoutFinalState: 'without a final state on record',
};

/** The tallies side by side. */
export const tableOf = (tallies: Record<string, Tally>): string => {
  const all = Object.values(tallies);
  const row = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...Object.keys(tallies)]),
    row(['---', ...all.map(() => '---:')]),
    row(['plans', ...all.map(({ plans }) => plans)]),
    row(['runs that were accepted', ...all.map(({ runs }) => grouped(runs))]),
    ...Object.entries(words).map(([name, text]) =>
      row([text, ...all.map((tally) => share(tally.losses[name as keyof Losses], tally.runs))]),
    ),
  ].join('\n');
};

const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

const share = (count: number, runs: number): string =>
  count === 0 ? '0' : `${grouped(count)} (${((100 * count) / runs).toFixed(1)} %)`;

/** Puts the table into docs/faults.md, in the place of the one before. */
export const writeTable = (table: string): void => {
  const text = readFileSync(page, 'utf8');
  const [before = '', rest = ''] = text.split(begin);
  const after = rest.slice(rest.indexOf(end));
  writeFileSync(page, `${before}${begin}\n\n${table}\n\n${after}`);
};
