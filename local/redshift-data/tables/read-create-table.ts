import { splitCommas } from '../sql/calls.ts';
import { readName } from '../sql/names.ts';
import { follows, is, type Token } from '../sql/tokens.ts';
import { type ColumnDefinition, parseColumn } from './parse-column.ts';
import { readList } from './table-attributes.ts';
import type { TableNotes } from './table-notes.ts';

/** `CREATE [TEMP] TABLE [IF NOT EXISTS] name` */
export interface Head {
  temporary: boolean;
  ifNotExists: boolean;
  name: string[];
  /** Index behind the name. */
  end: number;
}

export const readHead = (tokens: readonly Token[]): Head => {
  const table = tokens.findIndex((token) => is(token, 'table'));
  const ifNotExists = follows(tokens, table + 1, 'if', 'not', 'exists');
  const { parts, end } = readName(tokens, table + (ifNotExists ? 4 : 1));
  const name = parts.slice(-2);
  const temporary = table > 1 || (name.at(-1) ?? '').startsWith('#');
  return { temporary, ifNotExists, name, end };
};

/** What stands in the parentheses of CREATE TABLE. */
export interface Definition {
  columns: ColumnDefinition[];
  likes: { source: string[]; defaults: boolean }[];
  constraints: NonNullable<TableNotes['constraints']>;
}

export const readItems = (tokens: readonly Token[], table: string): Definition => {
  const definition: Definition = { columns: [], likes: [], constraints: [] };
  for (const item of splitCommas(tokens)) {
    const at = is(item[0], 'constraint') ? 2 : 0;
    const type = ({ primary: 'p', unique: 'u', foreign: 'f' } as const)[item[at]?.text.toLowerCase() ?? ''];
    if (is(item[0], 'like')) definition.likes.push(readLike(item));
    else if (type && item[at]?.kind === 'word') {
      const { names } = readList(item, type === 'u' ? at + 1 : at + 2);
      const name = at
        ? (item[1]?.text.toLowerCase() ?? '')
        : `${table}_${type === 'p' ? 'pkey' : `${names[0]}_${type === 'u' ? 'key' : 'fkey'}`}`;
      definition.constraints.push({ type, name, columns: names });
    } else definition.columns.push(parseColumn(item));
  }
  return definition;
};

const readLike = (item: readonly Token[]): { source: string[]; defaults: boolean } => {
  const { parts, end } = readName(item, 1);
  return { source: parts, defaults: is(item[end], 'including') };
};
