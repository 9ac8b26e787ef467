import { formNotEmulated, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';

export type StatementKind = 'query' | 'rows' | 'definition' | 'accepted';

/** The first words of what begins and ends a transaction. */
export const transactionWords = ['begin', 'start', 'commit', 'end', 'rollback', 'abort'];

const kinds: Record<StatementKind, string[]> = {
  query: ['select', 'with', '(', 'values'],
  rows: ['insert', 'update', 'delete', 'merge'],
  definition: ['create', 'drop', 'alter', 'truncate'],
  // Administration without a counterpart on one machine: accepted, without effect.
  accepted: ['comment', 'grant', 'revoke', 'analyze', 'vacuum', 'lock'],
};
const absent = 'explain show call declare fetch close prepare execute deallocate refresh use cancel'.split(
  ' ',
);
const absentObjects = 'procedure function library external model materialized datashare database';

/** What a statement that no command takes is, by its first words. Throws RedshiftError for what is not emulated or not SQL. */
export const statementKind = (tokens: readonly Token[]): StatementKind => {
  const first = tokens[0] as Token;
  const word = first.text.toLowerCase();
  const [kind] = Object.entries(kinds).find(([, words]) => is(first, ...words)) ?? [];
  if (is(first, ...absent)) throw formNotEmulated(word.toUpperCase());
  if (!kind) throw syntaxErrorNear(first.text);
  if (kind === 'definition') refuseObject(tokens);
  return kind as StatementKind;
};

const refuseObject = (tokens: readonly Token[]): void => {
  const object = tokens.slice(1, 4).find((token) => is(token, ...absentObjects.split(' ')));
  const before = tokens.slice(1, 4).some((token) => is(token, 'table', 'view', 'schema'));
  if (!object || (before && !is(object, 'external', 'materialized'))) return;
  throw formNotEmulated(`${tokens[0]?.text.toUpperCase()} ${object.text.toUpperCase()}`);
};
