import type { DuckDBConnection } from '@duckdb/node-api';
import { folded } from '../sql/names.ts';
import { readQuery, type Source } from '../sql/query-shape.ts';
import { is, type Token } from '../sql/tokens.ts';
import { columnKind } from '../tables/column-type.ts';
import { type KnownColumn, knownColumns } from './known-columns.ts';

/** Where a column of a result comes from; an expression has at most a declared type. */
export type ColumnOrigin = Partial<KnownColumn>;

interface KnownSource {
  alias: string;
  columns?: KnownColumn[];
}

/**
 * The columns of a query that are columns of a table, in the order of the result. The engine does not tell, so that
 * this reads the query; where it cannot, there are no origins at all rather than wrong ones.
 */
export const columnOrigins = async (
  connection: DuckDBConnection,
  tokens: readonly Token[],
): Promise<ColumnOrigin[]> => {
  const query = readQuery(tokens);
  if (!query) return [];
  const sources = await Promise.all(query.sources.map((source) => known(connection, source)));
  const origins = query.items.map((item) => originsOf(item, sources));
  return origins.every((one) => one !== undefined) ? (origins as ColumnOrigin[][]).flat() : [];
};

const known = async (connection: DuckDBConnection, { alias, parts }: Source): Promise<KnownSource> => {
  const columns = parts && (await knownColumns(connection, parts));
  return { alias, columns: columns?.length ? columns : undefined };
};

/** Undefined where the number of columns is not known. */
const originsOf = (
  item: readonly Token[],
  sources: readonly KnownSource[],
): readonly ColumnOrigin[] | undefined => {
  const [first, dot, second] = item;
  if (is(first, '*') && item.length === 1) return all(sources);
  if (first && is(dot, '.') && is(second, '*') && item.length === 3) {
    return all(sources.filter(({ alias }) => alias === folded(first)));
  }
  if (item.some((token) => is(token, '*')) && item.some((token) => is(token, 'exclude'))) return undefined;
  const path = pathOf(item);
  return [(path && find(path, sources)) ?? { declared: castType(item) }];
};

const all = (sources: readonly KnownSource[]): KnownColumn[] | undefined =>
  sources.length > 0 && sources.every(({ columns }) => columns)
    ? sources.flatMap(({ columns = [] }) => columns)
    : undefined;

const isName = (token: Token | undefined): token is Token =>
  token?.kind === 'word' || token?.kind === 'quoted';

/** `a`, `t.a` or `s.t.a`, with or without an alias behind it. */
const pathOf = (item: readonly Token[]): string[] | undefined => {
  const path: string[] = [];
  let at = 0;
  for (; isName(item[at]); at += 2) {
    path.push(folded(item[at] as Token));
    if (!is(item[at + 1], '.')) break;
  }
  const rest = item.slice(at + 1).filter((token) => !is(token, 'as'));
  return path.length > 0 && (rest.length === 0 || (rest.length === 1 && isName(rest[0]))) ? path : undefined;
};

const find = (path: readonly string[], sources: readonly KnownSource[]): KnownColumn | undefined => {
  const [name, table] = [...path].reverse();
  const candidates = table ? sources.filter(({ alias }) => alias === table) : sources;
  // A source that is not known may have a column of this name too.
  if (candidates.some(({ columns }) => !columns)) return undefined;
  const found = candidates.flatMap(({ columns = [] }) => columns.filter((column) => column.name === name));
  return found.length === 1 ? found[0] : undefined;
};

/** The type of `… :: varchar(10)` or `cast(… as varchar(10))` where it is the whole item. */
const castType = (item: readonly Token[]): string | undefined => {
  const at = item.findLastIndex((token) => is(token, '::'));
  const cast = is(item[0], 'cast') ? item.findLastIndex((token) => is(token, 'as')) : at;
  const type = item.slice((at < 0 ? cast : at) + 1);
  if ((at < 0 && cast < 0) || !is(type[0], ...textTypes)) return undefined;
  const end = type.findIndex((token) => is(token, ')'));
  const rest = type.slice(end + 1).filter((token) => !is(token, ')', 'as'));
  if (end < 0 || rest.length > 1 || rest.some((token) => !isName(token))) return undefined;
  return columnKind(type.slice(0, end + 1)).declared;
};

const textTypes = ['varchar', 'char', 'character', 'nvarchar', 'nchar', 'bpchar'];
