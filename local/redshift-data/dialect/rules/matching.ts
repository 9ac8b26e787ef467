import { VARCHAR } from '@duckdb/node-api';
import { made, sql } from '../../sql/calls.ts';
import { follows, is, type Token } from '../../sql/tokens.ts';
import { similarTo } from '../formats/similar-to.ts';
import { endsOperand, operandEnd } from '../operand.ts';
import type { Case, Rule } from '../rule.ts';

/** Redshift's operators and what they are here: the engine's `~` matches whole texts. */
const operators: Record<string, string> = { '~': '@~', '~*': '@~*', '!~': '!@~', '!~*': '!@~*' };

const posix = (tokens: readonly Token[]): Token[] =>
  tokens.map((token, at) => {
    const operator = token.kind === 'symbol' ? operators[token.text] : undefined;
    return operator && endsOperand(tokens[at - 1]) ? { ...token, text: operator } : token;
  });

/** Past a pattern that may be put together with `||`. */
const patternEnd = (tokens: readonly Token[], at: number): number => {
  let end = operandEnd(tokens, at);
  while (tokens[end]?.text === '||') end = operandEnd(tokens, end + 1);
  return end;
};

/** `x [not] similar to p [escape e]` */
const similar = (tokens: readonly Token[]): Token[] => {
  const at = tokens.findIndex((_token, index) => follows(tokens, index, 'similar', 'to'));
  if (at < 0) return [...tokens];
  const not = is(tokens[at - 1], 'not');
  const end = patternEnd(tokens, at + 2);
  const escaped = is(tokens[end], 'escape');
  const character = escaped ? [tokens[end + 1] as Token] : made("'\\'");
  const match = sql`${made(not ? '!@~' : '@~')} redshift_similar(${tokens.slice(at + 2, end)}, ${character})`;
  return [...tokens.slice(0, not ? at - 1 : at), ...match, ...similar(tokens.slice(escaped ? end + 2 : end))];
};

/** A backslash escapes in LIKE, where the engine needs to be told. */
const like = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token, at) => {
    const escapes =
      token.kind === 'string' && token.text.includes('\\') && is(tokens[at - 1], 'like', 'ilike');
    return escapes && !is(tokens[at + 1], 'escape', '||') ? [token, ...made("escape '\\'")] : [token];
  });

const truths = (form: string, all: [string, boolean][]): Case[] =>
  all.map(([condition, truth]) => ({ form, sql: `select ${condition} as a`, rows: [[String(truth)]] }));

export const matching: Rule = {
  name: 'LIKE, SIMILAR TO, ~',
  area: 'Text',
  macros: [
    ...['~~', '!~~', '~~*', '!~~*'].map((name) => `"${name}"(a, b) as system.main."${name}"(a::varchar, b)`),
    '"@~"(a, b) as regexp_matches(a, b)',
    '"@~*"(a, b) as regexp_matches(a, b, \'i\')',
    '"!@~"(a, b) as not regexp_matches(a, b)',
    '"!@~*"(a, b) as not regexp_matches(a, b, \'i\')',
  ],
  functions: [
    { name: 'redshift_similar', parameters: [VARCHAR, VARCHAR], returns: VARCHAR, call: similarTo },
  ],
  rewrite: (tokens) => like(similar(posix(tokens))),
  cases: [
    ...truths('x ~ pattern, x ~* pattern, x !~ pattern, x !~* pattern', [
      ["'abc' ~ 'b'", true],
      ["'abc' ~ '^b'", false],
      ["'abc' ~ 'B'", false],
      ["'abc' ~* 'B'", true],
      ["'abc' !~ 'b'", false],
      ["'abc' !~* 'X' and not 'abc' ~ 'x'", true],
      ["'a.b' ~ 'a\\\\.b' and 'a1' ~ '^[[:alpha:]]\\\\d$'", true],
      ["'Chicago Heights' ~ '.*E.*|.*H.*'", true],
      ['~5 = -6 and 1 + ~1 = -1', true],
    ]),
    ...truths('x [NOT] SIMILAR TO pattern [ESCAPE …]', [
      ["'Agoura Hills' similar to '%E%|%H%'", true],
      ["'abc' similar to 'a'", false],
      ["'abc' similar to 'a_c'", true],
      ["'abc' not similar to '(a|b)%'", false],
      ["'a.c' similar to 'a.c' and not 'abc' similar to 'a.c'", true],
      ["'aab' similar to 'a{2}[a-c]' and 'aab' similar to 'a+b*'", true],
      ["'idle_start_time' similar to '%start\\\\_%' and 'startx' not similar to '%start\\\\_%'", true],
      ["'a_b' similar to 'a^_b' escape '^' and 'axb' not similar to 'a^_b' escape '^'", true],
      ["'abc' similar to 'a' || '%'", true],
    ]),
    ...truths('x [NOT] LIKE pattern [ESCAPE …], ILIKE', [
      ["'East' like 'E%' and 'east' not like 'E%'", true],
      ["'Brea' ilike '__EA%'", true],
      ["'idle_start' like '%e\\\\_s%' and 'idlexstart' not like '%e\\\\_s%'", true],
      ["'a%b' like 'a^%b' escape '^' and 'axb' not like 'a^%b' escape '^'", true],
      ["'axb' like 'a' || '_' || 'b'", true],
    ]),
    ...truths('a date LIKE pattern', [
      ["timestamp '2008-09-01 10:00:00' like '2008-09%' and 12 not like '2%'", true],
    ]),
    {
      form: 'matching NULL',
      sql: "select null ~ 'a' as a, 'a' similar to null as b, 'a' like null as c",
      rows: [[null, null, null]],
    },
  ],
};
