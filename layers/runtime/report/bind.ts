import type { Caller } from '../caller.ts';
import type { Inputs, InputValue, StatementPreview, ValueSource } from '../contracts.ts';
import { InvalidTemplate } from '../errors.ts';
import { callerValue } from './caller-values.ts';
import { placeholderName, type Source, sourceOf } from './placeholders.ts';
import type { Moment } from './relative-dates.ts';
import type { ReportTemplate, Segment } from './template.ts';
import type { Token } from './tokens.ts';
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

/** A stretch of a bound statement, and where its template has it. */
export type BoundPiece = StatementPreview['pieces'][number] & Pick<Token, 'at'>;

/** A bound statement in pieces, what vanished among them. */
export interface BoundPieces extends Omit<BoundStatement, 'parameters'> {
  pieces: BoundPiece[];
  parameters: { name: string; value: string; from: ValueSource }[];
}

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
  const { sql, parameters, resolved } = bindPieces(template, inputs, caller, asked);
  return { sql, parameters: parameters.map(({ name, value }) => ({ name, value })), resolved };
}

/** The same, for who wants to know how it came about. The SQL is what has not vanished, without space around it. */
export function bindPieces(
  template: ReportTemplate,
  inputs: unknown,
  caller: Caller,
  asked: Moment,
): BoundPieces {
  const { values, resolved } = validateInputs(template, inputs, asked);
  const parameters = new Map<string, { name: string; value: string; from: ValueSource }>();
  const place = (token: Token): BoundPiece => {
    const placeholder = placeholderName(token);
    const source = resolve(template, placeholder);
    const value = source.from === 'input' ? inputValue(source, values) : callerValue(source, caller);
    const from = source.from === 'input' ? 'input' : 'sign-in';
    const named = namedValues(placeholder, value);
    for (const [name, text] of named) parameters.set(name, { name, value: text, from });
    const names = named.map(([name]) => name);
    // A list of no groups: a comparison with NULL finds no rows.
    return {
      kind: 'parameter',
      text: names.map((name) => `:${name}`).join(', ') || 'null',
      names,
      at: token.at,
    };
  };
  const pieces = template.segments.flatMap((segment, index) => {
    const empty = emptyInputs(template, segment, values);
    if (empty.length > 0) return [vanished(segment, empty)];
    const tokens = segment.tokens.map((token) =>
      token.kind === 'placeholder' ? place(token) : plain(token),
    );
    return index === 0 ? tokens : [gapBefore(segment), ...tokens];
  });
  const sql = textOf(pieces).trim();
  if (Buffer.byteLength(sql) > MAX_SQL_BYTES)
    throw new InvalidTemplate(
      `reports/${template.report.id}.sql: the SQL is longer than ${MAX_SQL_BYTES} bytes`,
    );
  return { sql, pieces, parameters: [...parameters.values()], resolved };
}

/** The SQL that the pieces make. */
export const textOf = (pieces: readonly Pick<BoundPiece, 'kind' | 'text'>[]): string =>
  pieces.map(({ kind, text }) => (kind === 'vanished' ? '' : text)).join('');

/** What is neither a placeholder nor a bracket nor a semicolon stays as it is. */
const plain = ({ kind, text, at }: Token): BoundPiece => ({ kind: kind as BoundPiece['kind'], text, at });

/** Segments are joined by a space, so that what stood around a vanished clause does not grow together. */
const gapBefore = ({ tokens: [first] }: Segment): BoundPiece => ({
  kind: 'space',
  text: ' ',
  at: first?.at ?? 0,
});

const vanished = ({ tokens }: Segment, names: string[]): BoundPiece => ({
  kind: 'vanished',
  text: tokens.map(({ text }) => text).join(''),
  names,
  at: tokens[0]?.at ?? 0,
});

/** The inputs for whose want a clause vanishes. */
function emptyInputs(template: ReportTemplate, { optional, tokens }: Segment, values: Inputs): string[] {
  if (!optional) return [];
  const names = tokens
    .filter(({ kind }) => kind === 'placeholder')
    .map((token) => resolve(template, placeholderName(token)))
    .flatMap((source) => (source.from === 'input' ? [source.parameter.name] : []));
  return [...new Set(names)].filter((name) => !Object.hasOwn(values, name));
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
