import { invalidPattern } from './invalid-pattern.ts';

/** A test of one value of an event. */
export type Matcher = (value: unknown) => boolean;

/** `{ "<name>": argument }` in a pattern, compiled. Every other name is refused. `exists` is the compiler's own. */
export const matchers: Record<string, (argument: unknown) => Matcher> = {
  prefix: (argument) => affix(argument, 'prefix', (value, text) => value.startsWith(text)),
  suffix: (argument) => affix(argument, 'suffix', (value, text) => value.endsWith(text)),
  'equals-ignore-case': (argument) => {
    const text = string(argument, 'equals-ignore-case').toLowerCase();
    return (value) => typeof value === 'string' && value.toLowerCase() === text;
  },
  wildcard: (argument) => wildcard(string(argument, 'wildcard')),
  numeric: (argument) => numeric(argument),
  'anything-but': (argument) => anythingBut(argument),
};

/** A scalar that an event's value must be. */
export const exactly =
  (expected: unknown): Matcher =>
  (value) =>
    value === expected;

/** A matcher given by name. */
export const matcherOf = (name: string, argument: unknown): Matcher => {
  const make = Object.hasOwn(matchers, name) ? matchers[name] : undefined;
  if (!make) throw invalidPattern(`Unrecognized match type ${name}`);
  return make(argument);
};

const affix = (argument: unknown, name: string, test: (value: string, text: string) => boolean): Matcher => {
  const folded = typeof argument === 'object' && argument !== null && 'equals-ignore-case' in argument;
  const given = folded ? (argument as Record<string, unknown>)['equals-ignore-case'] : argument;
  const text = folded ? string(given, name).toLowerCase() : string(given, name);
  return (value) => typeof value === 'string' && test(folded ? value.toLowerCase() : value, text);
};

const wildcard = (pattern: string): Matcher => {
  if (pattern.includes('**')) throw invalidPattern('Consecutive wildcard characters');
  const parts = pattern.match(/\\[*\\]|\*|[^*\\]+|\\/g) ?? [];
  const source = parts.map((part) => (part === '*' ? '.*' : literal(part.replace(/^\\(?=[*\\])/, ''))));
  const expression = new RegExp(`^${source.join('')}$`, 's');
  return (value) => typeof value === 'string' && expression.test(value);
};

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const comparisons: Record<string, (value: number, bound: number) => boolean> = {
  '=': (value, bound) => value === bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
};

const numeric = (argument: unknown): Matcher => {
  if (!Array.isArray(argument) || ![2, 4].includes(argument.length)) {
    throw invalidPattern('numeric takes one or two comparisons');
  }
  const tests: Matcher[] = [];
  for (let at = 0; at < argument.length; at += 2) {
    const [operator, bound] = argument.slice(at, at + 2);
    const compare = comparisons[operator];
    if (!compare || typeof bound !== 'number')
      throw invalidPattern(`numeric does not take ${operator} ${bound}`);
    tests.push((value) => typeof value === 'number' && compare(value, bound));
  }
  return (value) => tests.every((test) => test(value));
};

const anythingBut = (argument: unknown): Matcher => {
  if (Array.isArray(argument)) return not(argument.map(exactly));
  if (typeof argument !== 'object' || argument === null) return not([exactly(argument)]);
  const [[name, given] = ['', undefined], ...more] = Object.entries(argument);
  if (more.length > 0 || !['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(name)) {
    throw invalidPattern(`anything-but does not take ${Object.keys(argument)}`);
  }
  return not([given].flat().map((one) => matcherOf(name, one)));
};

const not =
  (unwanted: Matcher[]): Matcher =>
  (value) =>
    !unwanted.some((matches) => matches(value));

const string = (argument: unknown, name: string): string => {
  if (typeof argument !== 'string') throw invalidPattern(`${name} takes a string`);
  return argument;
};
