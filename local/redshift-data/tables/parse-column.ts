import { randomUUID } from 'node:crypto';
import { closing, splitCommas } from '../sql/calls.ts';
import { folded, quoted } from '../sql/names.ts';
import { syntaxErrorNear } from '../sql/redshift-error.ts';
import { follows, is, type Token } from '../sql/tokens.ts';
import { type ColumnKind, columnKind } from './column-type.ts';
import type { ColumnNotes } from './table-notes.ts';

/** A column as CREATE TABLE and ALTER TABLE define it. */
export interface ColumnDefinition {
  name: string;
  kind: ColumnKind;
  notNull: boolean;
  /** Redshift's SQL, not yet rewritten. */
  defaultValue?: Token[];
  /** `CREATE SEQUENCE` and the default that takes from it, for a column that counts. */
  identity?: { name: string; seed: string; step: string };
  primaryKey: boolean;
  unique: boolean;
  references: boolean;
  notes: ColumnNotes;
}

const attributeWords =
  'default identity generated encode distkey sortkey not null unique primary references collate constraint';
const starts = (token: Token | undefined): boolean => is(token, ...attributeWords.split(' '));

/** Reads `name type [attribute …]`. */
export const parseColumn = (tokens: readonly Token[]): ColumnDefinition => {
  const [first] = tokens;
  if (!first || (first.kind !== 'word' && first.kind !== 'quoted')) throw syntaxErrorNear(first?.text ?? ')');
  const typeEnd = tokens.findIndex((token, at) => at > 0 && starts(token));
  const type = tokens.slice(1, typeEnd < 0 ? tokens.length : typeEnd);
  if (type.length === 0) throw syntaxErrorNear(tokens[1]?.text ?? ')');
  const column: ColumnDefinition = {
    name: folded(first),
    kind: columnKind(type),
    notNull: false,
    primaryKey: false,
    unique: false,
    references: false,
    notes: {},
  };
  column.notes.type = column.kind.declared;
  for (let at = 1 + type.length; at < tokens.length; ) at = takeAttribute(column, tokens, at);
  return column;
};

/** Takes the attribute at `at`; the index behind it. */
const takeAttribute = (column: ColumnDefinition, tokens: readonly Token[], at: number): number => {
  if (follows(tokens, at, 'not', 'null')) return set(column, { notNull: true }, at + 2);
  if (is(tokens[at], 'null')) return at + 1;
  if (is(tokens[at], 'default')) return takeDefault(column, tokens, at + 1);
  if (is(tokens[at], 'generated', 'identity')) return takeIdentity(column, tokens, at);
  if (is(tokens[at], 'encode')) return note(column, { encode: tokens[at + 1]?.text.toLowerCase() }, at + 2);
  if (is(tokens[at], 'distkey')) return note(column, { distkey: true }, at + 1);
  if (is(tokens[at], 'sortkey')) return note(column, { sortkey: 1 }, at + 1);
  if (is(tokens[at], 'unique')) return set(column, { unique: true }, at + 1);
  if (follows(tokens, at, 'primary', 'key')) return set(column, { primaryKey: true, notNull: true }, at + 2);
  if (is(tokens[at], 'references')) return set(column, { references: true }, referencesEnd(tokens, at));
  if (is(tokens[at], 'collate') || is(tokens[at], 'constraint')) return at + 2;
  throw syntaxErrorNear(tokens[at]?.text ?? '');
};

const set = (column: ColumnDefinition, change: Partial<ColumnDefinition>, end: number): number => {
  Object.assign(column, change);
  return end;
};
const note = (column: ColumnDefinition, change: ColumnNotes, end: number): number => {
  Object.assign(column.notes, change);
  return end;
};

const takeDefault = (column: ColumnDefinition, tokens: readonly Token[], at: number): number => {
  let end = at + 1;
  while (end < tokens.length && !starts(tokens[end])) end += 1;
  return set(column, { defaultValue: tokens.slice(at, end) }, end);
};

const takeIdentity = (column: ColumnDefinition, tokens: readonly Token[], at: number): number => {
  const open = tokens.findIndex((token, index) => index > at && is(token, '('));
  const close = open < 0 ? -1 : closing(tokens, open);
  if (close < 0) throw syntaxErrorNear(tokens[at]?.text ?? 'identity');
  const parts = splitCommas(tokens.slice(open + 1, close));
  const [seed = '1', step = '1'] = parts.map((part) => part.map(({ text }) => text).join(''));
  if (!/^-?\d+$/.test(seed) || !/^-?\d+$/.test(step)) throw syntaxErrorNear(seed);
  const name = `identity_${randomUUID().replaceAll('-', '_')}`;
  column.notes.identity = `${seed},${step}`;
  return set(column, { identity: { name, seed, step }, notNull: true }, close + 1);
};

/** Behind `references table [(column)]`. */
const referencesEnd = (tokens: readonly Token[], at: number): number => {
  let end = at + 2;
  while (is(tokens[end], '.')) end += 2;
  return is(tokens[end], '(') ? closing(tokens, end) + 1 : end;
};

/** `"name" type …` without the default, which the rules have to rewrite. */
export const columnName = ({ name }: ColumnDefinition): string => quoted(name);
