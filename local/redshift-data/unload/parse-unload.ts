import { textOf } from '../copy/option-cursor.ts';
import { refuseUnterminated } from '../dialect/foreign.ts';
import { withoutEscapes } from '../dialect/rules/backslash.ts';
import { formNotEmulated, RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token, tokenize } from '../sql/tokens.ts';
import { readUnloadOptions, type UnloadOptions } from './unload-options.ts';

export interface UnloadCommand {
  /** The query, in Redshift's SQL. */
  query: Token[];
  /** `s3://bucket/prefix` */
  target: string;
  options: UnloadOptions;
}

/** Reads `UNLOAD ('select …') TO 's3://…' options`. Throws RedshiftError. */
export const parseUnload = (tokens: readonly Token[]): UnloadCommand => {
  refuseUnterminated(tokens);
  const [, open, text, close, to, target] = tokens;
  if (!is(open, '(') || !text || !is(close, ')') || !is(to, 'to') || target?.kind !== 'string')
    throw syntaxErrorNear(
      [open, text, close, to, target].find((one, at) => !fits(one, at))?.text ?? 'unload',
    );
  const location = textOf(target);
  if (!location.startsWith('s3://')) throw formNotEmulated(`UNLOAD TO '${location}'`);
  return { query: queryOf(text), target: location, options: readUnloadOptions(tokens.slice(6)) };
};

const fits = (token: Token | undefined, at: number): boolean =>
  [is(token, '('), token?.kind === 'string' || token?.kind === 'dollar', is(token, ')'), is(token, 'to')][
    at
  ] ?? token?.kind === 'string';

/** The query in a string, where quotes are doubled or escaped, or between dollar signs. */
const queryOf = (text: Token): Token[] => {
  const query = tokenize(
    text.kind === 'dollar'
      ? text.text.replace(/^(\$[^$]*\$)([\s\S]*)\1$/, '$2')
      : withoutEscapes(text).text.slice(1, -1).replaceAll("''", "'"),
  );
  if (is(query.at(-1), ';')) query.pop();
  if (!is(query[0], 'select', 'with', '(')) throw syntaxErrorNear(query[0]?.text ?? "''");
  if (hasLimit(query)) throw new RedshiftError('ERROR: Limit clause is not supported');
  return query;
};

/** Whether the outermost SELECT has a LIMIT or TOP. */
const hasLimit = (query: readonly Token[]): boolean => {
  let depth = 0;
  return query.some((token, at) => {
    if (is(token, '(')) depth += 1;
    if (is(token, ')')) depth -= 1;
    return depth === 0 && (is(token, 'limit') || (is(token, 'top') && is(query[at - 1], 'select')));
  });
};
