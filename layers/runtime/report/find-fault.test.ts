import { bindPieces } from './bind.ts';
import { EXAMPLE, EXAMPLE_CALLER } from './example.ts';
import { findFault } from './find-fault.ts';
import { parseTemplate } from './parse-template.ts';

/** The example with one piece changed, bound to these inputs; `near` is where the engine says it stumbled. */
const fault = (from: string, to: string, inputs: object, message: (sql: string) => string) => {
  const file = EXAMPLE.replace(from, to);
  const asked = { at: new Date(0), timeZone: 'UTC' };
  const bound = bindPieces(parseTemplate(file, 'taxi/daily'), inputs, EXAMPLE_CALLER, asked);
  const place = findFault(file, bound, message(bound.sql));
  return place && file.split('\n')[place.line - 1]?.slice(place.column - 1);
};
const atPosition = (word: string, sql: string, shift = 0) =>
  `ERROR: syntax error at or near "${word}"\n  Position: ${sql.indexOf(word) + 1 + shift}`;

it.each([
  ['before any input', 'from nyc_yellow_taxi', 'fromm nyc_yellow_taxi', {}],
  ['behind a clause that vanished', 'group by 1 order', 'grup by 1 order', {}],
  [
    'behind a list',
    'group by 1 order',
    'grup by 1 order',
    { vendor: ['1', '2', '3'], period: '2015-01-01/2015-01-31' },
  ],
])('finds a position %s', (_case, from, to, inputs) => {
  const word = to.split(' ')[0] ?? '';
  expect(fault(from, to, inputs, (sql) => atPosition(word, sql))).toMatch(new RegExp(`^${to}`));
});

it('takes the word at fault for surer than the position, which counts renamed parameters', () => {
  expect(fault('group by 1', 'grup by 1', {}, (sql) => atPosition('grup', sql, -9))).toMatch(/^grup by 1/);
});

it('leads to the placeholder whose value was refused', () => {
  const message = (sql: string) => `ERROR: invalid\n  Position: ${sql.indexOf(':vendor__2') + 1}`;
  expect(fault('x', 'x', { vendor: ['1', '2'] }, message)).toMatch(/^:vendor\) \]\]/);
});

it('leads to the end where the statement ends too early', () => {
  const message = (sql: string) => `ERROR: syntax error at end of input\n  Position: ${sql.length + 1}`;
  expect(fault('order by 1', 'order by', {}, message)).toBe(';');
});

it('finds a name that stands there once', () => {
  const message = () => 'ERROR: column "fair_amount" does not exist in nyc_yellow_taxi';
  expect(fault('fare_amount', 'fair_amount', {}, message)).toMatch(/^fair_amount\) as/);
});

it.each([
  ['a name that stands there twice', 'ERROR: column "pickup_date" is ambiguous'],
  ['a name that does not stand there', 'ERROR: function "dateadd" failed'],
  ['no place', 'ERROR: Divide by zero'],
])('says nothing for %s', (_case, message) => {
  expect(fault('x', 'x', { period: '2015-01-01/2015-01-31' }, () => message)).toBeUndefined();
});
