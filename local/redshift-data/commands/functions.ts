import { translate } from '../dialect/translate.ts';
import { closing, made, splitCommas } from '../sql/calls.ts';
import { quoted, readName } from '../sql/names.ts';
import { formNotEmulated, RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { follows, is, render, splitStatements, type Token, tokenize } from '../sql/tokens.ts';
import { columnKind } from '../tables/column-type.ts';
import { begins, type Command, done } from './command.ts';

const bodyOf = (tokens: readonly Token[]): string => {
  const text = tokens.find(({ kind }) => kind === 'dollar');
  const tag = /^\$[^$]*\$/.exec(text?.text ?? '')?.[0];
  if (!text || !tag) throw syntaxErrorNear(tokens.at(-1)?.text ?? ';');
  return text.text.slice(tag.length, -tag.length);
};

/** `$1` stands as `cast(arg1 as type)`. */
const withArguments = (body: readonly Token[], types: readonly string[]): Token[] => {
  const out: Token[] = [];
  for (let at = 0; at < body.length; at += 1) {
    const [token, place] = [body[at] as Token, body[at + 1]];
    if (!is(token, '$') || place?.kind !== 'number') {
      out.push(token);
      continue;
    }
    const type = types[Number(place.text) - 1];
    if (!type) throw new RedshiftError(`ERROR: there is no parameter $${place.text}`);
    out.push(...made(`cast(arg${place.text} as ${type})`));
    at += 1;
  }
  return out;
};

/** A function in SQL is a macro of the engine; one of a name takes the place of another of other types. */
export const createFunction: Command = {
  name: 'CREATE FUNCTION … LANGUAGE sql',
  area: 'Procedures',
  matches: (tokens) =>
    begins(tokens, 'create', 'function') || begins(tokens, 'create', 'or', 'replace', 'function'),
  run: async ({ connection }, tokens) => {
    const replace = is(tokens[1], 'or');
    const { parts, end } = readName(tokens, replace ? 4 : 2);
    const language = tokens.findIndex((token) => is(token, 'language'));
    if (!is(tokens[language + 1], 'sql'))
      throw formNotEmulated(`CREATE FUNCTION … LANGUAGE ${tokens[language + 1]?.text ?? ''}`);
    const close = is(tokens[end], '(') ? closing(tokens, end) : -1;
    if (close < 0 || !is(tokens[close + 1], 'returns')) throw syntaxErrorNear(tokens[end]?.text ?? ';');
    const types = splitCommas(tokens.slice(end + 1, close)).map((type) => columnKind(type).engine);
    const ending = tokens.findIndex(
      (token, at) => at > close && is(token, 'volatile', 'stable', 'immutable', 'as'),
    );
    const returned = columnKind(tokens.slice(close + 2, ending)).engine;
    const [body = []] = splitStatements(tokenize(bodyOf(tokens)));
    const [query = []] = translate(withArguments(body, types));
    const names = types.map((_, index) => `arg${index + 1}`).join(', ');
    const name = quoted(...parts.slice(-2));
    await connection.run(
      `create ${replace ? 'or replace' : ''} macro ${name}(${names}) as cast((${render(query)}) as ${returned})`,
    );
    return done;
  },
  cases: [
    {
      form: 'CREATE [OR REPLACE] FUNCTION f(type, …) RETURNS type {VOLATILE | STABLE | IMMUTABLE} AS $$ SELECT … $$ LANGUAGE sql',
      note: 'Functions of one name that differ in types replace one another.',
      sql: `create or replace function f_greater (float, float) returns float stable as $$ select case when $1 > $2 then $1 else $2 end $$ language sql;
            select f_greater(1, 2.5) as a, f_greater(9, 3) as b`,
      rows: [['2.5', '9']],
    },
    {
      form: 'CREATE FUNCTION … LANGUAGE plpythonu',
      sql: 'create function f_py (a int) returns int stable as $$ return a $$ language plpythonu',
      error: 'ERROR: not emulated: CREATE FUNCTION … LANGUAGE plpythonu',
    },
    {
      form: 'DROP FUNCTION f(type, …)',
      sql: `create function f_gone (int) returns int immutable as $$ select $1 $$ language sql; drop function f_gone(int); select f_gone(1)`,
      error: 'ERROR: function f_gone does not exist',
    },
  ],
};

export const dropFunction: Command = {
  name: 'DROP FUNCTION',
  area: 'Procedures',
  matches: (tokens) => begins(tokens, 'drop', 'function'),
  run: async ({ connection }, tokens) => {
    const ifExists = follows(tokens, 2, 'if', 'exists');
    const { parts } = readName(tokens, ifExists ? 4 : 2);
    await connection
      .run(`drop macro ${ifExists ? 'if exists' : ''} ${quoted(...parts.slice(-2))}`)
      .catch(() => {
        throw new RedshiftError(`ERROR: function ${parts.at(-1)} does not exist`);
      });
    return done;
  },
  cases: [{ sql: 'drop function nowhere(int)', error: 'ERROR: function nowhere does not exist' }],
};
