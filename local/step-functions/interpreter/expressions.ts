import jsonata from 'jsonata';
import { QueryEvaluationError } from './state-error.ts';

/** Names an expression may use: `states`, workflow variables, functions. */
export type Bindings = Record<string, unknown>;

/** The text between `{%` and `%}`, or undefined when the value is no expression. */
export const expressionIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}')
    ? value.slice(2, -2).trim()
    : undefined;

/**
 * Evaluates every expression in a JSON template, and gives plain JSON.
 * @param location the field's name, e.g. `Arguments`; nested ones are named `Arguments/Key/runId`
 * @throws QueryEvaluationError when an expression throws, gives nothing, or gives a function
 */
export const evaluateTemplate = async (
  template: unknown,
  bindings: Bindings,
  location: string,
): Promise<unknown> => {
  const expression = expressionIn(template);
  if (expression !== undefined) return evaluate(expression, bindings, location);
  if (Array.isArray(template)) {
    return Promise.all(template.map((item, i) => evaluateTemplate(item, bindings, `${location}[${i}]`)));
  }
  if (template === null || typeof template !== 'object') return template;
  const entries = Object.entries(template).map(
    async ([key, value]) => [key, await evaluateTemplate(value, bindings, `${location}/${key}`)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
};

/** As `evaluateTemplate`, for a field that must come out as one JSON type. */
export const evaluateTo = async <T extends keyof JsonTypes>(
  type: T,
  template: unknown,
  bindings: Bindings,
  location: string,
): Promise<JsonTypes[T]> => {
  const value = await evaluateTemplate(template, bindings, location);
  if (jsonType(value) === type) return value as JsonTypes[T];
  throw new QueryEvaluationError(
    `${subject(expressionIn(template) ?? String(template), location)} returned an unexpected result type. ` +
      `Expected '${type}', but was '${jsonType(value)}'.`,
    location,
  );
};

interface JsonTypes {
  boolean: boolean;
  number: number;
  string: string;
  array: unknown[];
}

const jsonType = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const evaluate = async (expression: string, bindings: Bindings, location: string): Promise<unknown> => {
  const fail = (what: string) =>
    new QueryEvaluationError(`${subject(expression, location)} ${what}`, location);
  let value: unknown;
  try {
    value = await compiled(expression).evaluate(undefined, bindings);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw fail(`threw an error during evaluation. ${code ? `${code}: ` : ''}${message}`);
  }
  if (value === undefined) throw fail('returned nothing (undefined).');
  if (isFunction(value)) throw fail('returned an unsupported result type.');
  return JSON.parse(JSON.stringify(value));
};

const known = new Map<string, jsonata.Expression>();

/** Parsed once: a definition's expressions are evaluated in every execution. Throws for one that is not well-formed. */
const compiled = (expression: string): jsonata.Expression => {
  const parsed = known.get(expression) ?? jsonata(expression);
  known.set(expression, parsed);
  return parsed;
};

const isFunction = (value: unknown): boolean =>
  typeof value === 'function' || ['_jsonata_lambda', '_jsonata_function'].some((mark) => Object(value)[mark]);

const subject = (expression: string, location: string): string =>
  `The JSONata expression '${expression}' specified for the field '${location}'`;
