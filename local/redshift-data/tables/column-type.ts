import { RedshiftError } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';

/** A column's type in the engine, and what Redshift says of it. */
export interface ColumnKind {
  /** In the engine's words. */
  engine: string;
  /** As the catalogue spells a text type, e.g. `character varying(10)`; absent where the engine's type says it. */
  declared?: string;
  /** Most bytes of a text. */
  bytes?: number;
}

const longest = 65535;
const simple: Record<string, string> = {
  smallint: 'smallint',
  int2: 'smallint',
  integer: 'integer',
  int: 'integer',
  int4: 'integer',
  bigint: 'bigint',
  int8: 'bigint',
  real: 'float',
  float4: 'float',
  double: 'double',
  float8: 'double',
  float: 'double',
  boolean: 'boolean',
  bool: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
  timestamptz: 'timestamptz',
  time: 'time',
  timetz: 'timetz',
  super: 'json',
  varbyte: 'blob',
  varbinary: 'blob',
  binary: 'blob',
  interval: 'interval',
};
const fixed = ['char', 'character', 'nchar', 'bpchar'];
const varying = ['varchar', 'nvarchar', 'text'];
const decimals = ['decimal', 'numeric', 'dec'];

const argumentsOf = (type: readonly Token[]): string[] => {
  const open = type.findIndex((token) => is(token, '('));
  if (open < 0) return [];
  const end = type.findIndex((token) => is(token, ')'));
  return type.slice(open + 1, end).flatMap((token) => (is(token, ',') ? [] : token.text));
};

/** Reads a type of one or more words, e.g. `character varying(10)`. Throws RedshiftError for one that does not exist. */
export const columnKind = (type: readonly Token[]): ColumnKind => {
  const name = type[0]?.text.toLowerCase() ?? '';
  const [first, second] = argumentsOf(type);
  if (varying.includes(name) || type.some((token) => is(token, 'varying')))
    return text('character varying', first ?? '256');
  if (fixed.includes(name)) return text('character', first ?? (name === 'bpchar' ? '256' : '1'));
  if (decimals.includes(name)) return { engine: `decimal(${first ?? 18},${second ?? 0})` };
  const zoned = type.some((token, at) => is(token, 'with') && is(type[at + 1], 'time'));
  if (zoned && (name === 'timestamp' || name === 'time')) return { engine: simple[`${name}tz`] as string };
  const engine = Object.hasOwn(simple, name) ? simple[name] : undefined;
  if (!engine) throw new RedshiftError(`ERROR: type "${name}" does not exist`);
  return { engine };
};

const text = (word: string, length: string): ColumnKind => {
  const most = word === 'character' ? 4096 : longest;
  const bytes = length.toLowerCase() === 'max' ? most : Number(length);
  if (bytes > most)
    throw new RedshiftError(
      `ERROR: length for type ${word === 'character' ? 'character' : 'varchar'} cannot exceed ${most}`,
    );
  if (!(bytes >= 1))
    throw new RedshiftError(
      `ERROR: length for type ${word === 'character' ? 'character' : 'varchar'} must be at least 1`,
    );
  return { engine: 'varchar', declared: `${word}(${bytes})`, bytes };
};

/** The engine's check of a text column's length; its expression is what a violation's message shows. */
export const lengthCheck = (column: string, { declared, bytes }: ColumnKind): string => {
  if (bytes === undefined) return '';
  return declared?.startsWith('character(')
    ? `check (bit_length(${column}) <= ${bytes * 8})`
    : `check (strlen(${column}) <= ${bytes})`;
};
