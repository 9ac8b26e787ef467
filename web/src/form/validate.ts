import type { Parameter } from '@readout/runtime/contracts.ts';

/** What a form field holds: text as typed, or a list of texts for a parameter that takes several values. */
export type FieldValue = string | string[];

/** Why a value does not do, as data; the words are the strings' matter. */
export type Problem =
  | { kind: 'required' }
  | { kind: 'type' }
  | { kind: 'tooSmall'; least: string }
  | { kind: 'tooLarge'; most: string }
  | { kind: 'tooLong'; most: number }
  | { kind: 'backwards' };

const FORM: Partial<Record<Parameter['type'], RegExp>> = {
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  'date-range': /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/,
};

export const isEmpty = (value: FieldValue): boolean => value.length === 0;

/** The first thing wrong with a field, or nothing. The server decides; this saves a person the way there. */
export function problemOf(parameter: Parameter, value: FieldValue): Problem | undefined {
  if (isEmpty(value)) return parameter.required ? { kind: 'required' } : undefined;
  const values = typeof value === 'string' ? [value] : value;
  for (const one of values) {
    const problem = problemOfOne(parameter, one);
    if (problem) return problem;
  }
  return undefined;
}

function problemOfOne(parameter: Parameter, value: string): Problem | undefined {
  const { type, min, max, maxLength } = parameter;
  if (FORM[type]?.test(value) === false) return { kind: 'type' };
  if (maxLength !== undefined && value.length > maxLength) return { kind: 'tooLong', most: maxLength };
  const [first = value, last = value] = type === 'date-range' ? value.split('/') : [];
  if (first > last) return { kind: 'backwards' };
  if (min !== undefined && isLess(type, first, String(min))) return { kind: 'tooSmall', least: String(min) };
  if (max !== undefined && isLess(type, String(max), last)) return { kind: 'tooLarge', most: String(max) };
  return undefined;
}

/** Dates and months compare as text; integers exactly, however long. */
function isLess(type: Parameter['type'], left: string, right: string): boolean {
  if (type === 'integer') return BigInt(left.replace('+', '')) < BigInt(right);
  if (type === 'number') return Number(left) < Number(right);
  return left < right;
}

/** The problems of a whole form, by parameter name. */
export function problemsOf(
  parameters: Parameter[],
  values: Record<string, FieldValue>,
): Record<string, Problem> {
  const found = parameters.map((one) => [one.name, problemOf(one, values[one.name] ?? '')] as const);
  return Object.fromEntries(found.filter((pair): pair is [string, Problem] => pair[1] !== undefined));
}
