import { invalidPattern } from './invalid-pattern.ts';
import { exactly, type Matcher, matcherOf } from './matchers.ts';

/** Decides whether a rule hears an event. */
export type EventTest = (event: object) => boolean;

/**
 * Compiles an event pattern: an object's fields must all match, any one of a field's list is enough.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * @throws InvalidEventPatternException, also for a match type that is not emulated (`cidr`)
 */
export const compilePattern = (pattern: unknown): EventTest => {
  if (!isObject(pattern)) throw invalidPattern('Filter is not an object');
  if (Object.keys(pattern).length === 0) throw invalidPattern('Empty pattern is not allowed');
  return fields(pattern);
};

const fields = (pattern: Record<string, unknown>): EventTest => {
  const tests = Object.entries(pattern).map(([name, given]) => field(name, given));
  return (event) => tests.every((test) => test(event));
};

const field = (name: string, given: unknown): EventTest => {
  if (name === '$or') return anyOf(given);
  if (Array.isArray(given)) return oneOf(name, given);
  if (!isObject(given)) throw invalidPattern(`"${name}" must be an object or an array`);
  if (Object.keys(given).length === 0) throw invalidPattern(`Empty objects are not allowed in "${name}"`);
  const inner = fields(given);
  // Without the object, its fields are absent too: a pattern that asks for nothing but absence holds.
  return (event) => {
    const found = [fieldOf(event, name)].flat().filter(isObject);
    return found.length === 0 ? inner({}) : found.some(inner);
  };
};

const anyOf = (given: unknown): EventTest => {
  if (!Array.isArray(given) || given.length < 2)
    throw invalidPattern('$or takes a list of two or more patterns');
  const tests = given.map(compilePattern);
  return (event) => tests.some((test) => test(event));
};

const oneOf = (name: string, choices: unknown[]): EventTest => {
  if (choices.length === 0) throw invalidPattern('Empty arrays are not allowed');
  const tests = choices.map(choice);
  return (event) => {
    const value = fieldOf(event, name);
    const values = Array.isArray(value) ? value : [value];
    return tests.some((test) => test(values.filter((one) => one !== undefined && !isObject(one))));
  };
};

/** A test of every value a field has; none when it is absent. */
const choice = (given: unknown): ((values: unknown[]) => boolean) => {
  if (Array.isArray(given)) throw invalidPattern('Match value must be a scalar or an object');
  if (!isObject(given)) return some(exactly(given));
  const [[name, argument] = ['', undefined], ...more] = Object.entries(given);
  if (more.length > 0) throw invalidPattern('Only one match type per object');
  if (name !== 'exists') return some(matcherOf(name, argument));
  if (typeof argument !== 'boolean') throw invalidPattern('exists takes true or false');
  return (values) => values.length > 0 === argument;
};

const some =
  (matches: Matcher) =>
  (values: unknown[]): boolean =>
    values.some(matches);

const fieldOf = (event: object, name: string): unknown =>
  Object.hasOwn(event, name) ? (event as Record<string, unknown>)[name] : undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
