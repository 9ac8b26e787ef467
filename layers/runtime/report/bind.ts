import type { Caller } from '../caller.ts';
import type { Inputs, InputValue } from '../contracts.ts';
import { InvalidTemplate } from '../errors.ts';
import { callerValue } from './caller-values.ts';
import { placeholderName, type Source, sourceOf } from './placeholders.ts';
import type { Moment } from './relative-dates.ts';
import type { ReportTemplate, Segment } from './template.ts';
import { validateInputs } from './validate-inputs.ts';

/** What the Data API is sent. Values are in `parameters` only; each of them is used in `sql`. */
export interface BoundStatement {
  sql: string;
  /** Empty when the SQL uses none: the Data API wants the member left out then. */
  parameters: { name: string; value: string }[];
  /** What relative dates stand for, by the name of their input. */
  resolved: Inputs;
}

/** Of SQL text, in bytes: the Data API's limit. */
export const MAX_SQL_BYTES = 100_000;

/**
 * Turns a template and a person's inputs into one statement. Relative dates are those of the day on which the run was
 * asked for, so that binding again gives the same. Throws InvalidInput, AccessDenied, InvalidTemplate.
 */
export function bind(
  template: ReportTemplate,
  inputs: unknown,
  caller: Caller,
  asked: Moment,
): BoundStatement {
  const { values, resolved } = validateInputs(template, inputs, asked);
  const parameters = new Map<string, string>();
  const place = (placeholder: string): string => {
    const source = resolve(template, placeholder);
    const value = source.from === 'input' ? inputValue(source, values) : callerValue(source, caller);
    const named = namedValues(placeholder, value);
    for (const [name, text] of named) parameters.set(name, text);
    // A list of no groups: a comparison with NULL finds no rows.
    return named.map(([name]) => `:${name}`).join(', ') || 'null';
  };
  const kept = template.segments.filter((segment) => isKept(template, segment, values));
  const sql = kept
    .map((segment) => render(segment, place))
    .join(' ')
    .trim();
  if (Buffer.byteLength(sql) > MAX_SQL_BYTES)
    throw new InvalidTemplate(
      `reports/${template.report.id}.sql: the SQL is longer than ${MAX_SQL_BYTES} bytes`,
    );
  return { sql, parameters: [...parameters].map(([name, value]) => ({ name, value })), resolved };
}

/** Pieces are joined by a space, so that what stood around a vanished clause does not grow together. */
const render = ({ tokens }: Segment, place: (placeholder: string) => string): string =>
  tokens.map((token) => (token.kind === 'placeholder' ? place(placeholderName(token)) : token.text)).join('');

function isKept(template: ReportTemplate, { optional, tokens }: Segment, values: Inputs): boolean {
  if (!optional) return true;
  const sources = tokens
    .filter(({ kind }) => kind === 'placeholder')
    .map((token) => resolve(template, placeholderName(token)));
  return sources.every((source) => source.from !== 'input' || Object.hasOwn(values, source.parameter.name));
}

function resolve({ report }: ReportTemplate, placeholder: string): Source {
  const source = sourceOf(placeholder, report.parameters);
  if (!source) throw new Error(`unchecked template: ${placeholder}`);
  return source;
}

function inputValue({ parameter, part }: Extract<Source, { from: 'input' }>, values: Inputs): InputValue {
  const value = values[parameter.name];
  if (value === undefined) throw new Error(`unchecked template: ${parameter.name}`);
  if (parameter.type === 'datetime') return Array.isArray(value) ? value.map(timestamp) : timestamp(value);
  if (!part) return value;
  return String(value).split('/')[part === 'start' ? 0 : 1] as string;
}

/** As Redshift reads both TIMESTAMP and TIMESTAMPTZ in its default time zone, UTC. */
const timestamp = (iso: InputValue): string => String(iso).replace('T', ' ').replace('Z', '');

/** A list becomes one parameter for each value; `__` is in no declared name. */
const namedValues = (name: string, value: InputValue): [string, string][] =>
  Array.isArray(value)
    ? value.map((one, index) => [`${name}__${index + 1}`, String(one)])
    : [[name, String(value)]];
