import { closing, made, splitCommas, sql } from '../../sql/calls.ts';
import { follows, is, type Token } from '../../sql/tokens.ts';
import { identity } from '../identity.ts';
import type { Rule } from '../rule.ts';

/** Drops `words` and, after them, what `argument` says: one token, or a list in parentheses. */
const attributes: [string[], 'none' | 'token' | 'list'][] = [
  [['diststyle'], 'token'],
  [['distkey'], 'list'],
  [['compound', 'sortkey'], 'list'],
  [['interleaved', 'sortkey'], 'list'],
  [['sortkey'], 'list'],
  [['encode'], 'token'],
  [['backup'], 'token'],
  [['unique'], 'none'],
  [['references'], 'token'],
];

/** How many tokens from `at` are an attribute without a counterpart in the engine. */
const attributeLength = (tokens: readonly Token[], at: number): number => {
  const found = attributes.find(([words]) => follows(tokens, at, ...words));
  if (!found) return 0;
  const [words, argument] = found;
  let end = at + words.length + (argument === 'token' ? 1 : 0);
  const listed = argument === 'list' || is(tokens[at], 'references');
  if (listed && tokens[end]?.text === '(') end = closing(tokens, end) + 1;
  return end - at;
};

const withoutAttributes = (tokens: readonly Token[]): Token[] => {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const dropped = attributeLength(tokens, at);
    if (dropped > 0) at += dropped;
    else if (follows(tokens, at, 'primary', 'key')) {
      kept.push(...made('not null'));
      at += 2;
    } else kept.push(tokens[at++] as Token);
  }
  return kept;
};

/** Keys are information only in Redshift: never enforced. */
const isKey = (item: readonly Token[]): boolean =>
  is(item[0], 'constraint', 'unique') ||
  follows(item, 0, 'primary', 'key') ||
  follows(item, 0, 'foreign', 'key');

interface Definitions {
  sequences: Token[];
  columns: Token[];
}

const definitions = (tokens: readonly Token[], temporary: boolean): Definitions => {
  const items = splitCommas(tokens)
    .filter((item) => !isKey(item))
    .map((item) => identity(withoutAttributes(item), temporary));
  return {
    sequences: items.flatMap(({ sequence }) => sequence ?? []),
    columns: items.flatMap(({ definition }, index) =>
      index === 0 ? definition : [...made(','), ...definition],
    ),
  };
};

/** CREATE TABLE x (…) …; the columns' and the table's attributes. A CTAS keeps its query untouched. */
const rewrite = (tokens: readonly Token[]): Token[] => {
  const table = tokens.findIndex((token) => is(token, 'table'));
  if (!is(tokens[0], 'create') || table < 0 || table > 4) return [...tokens];
  const as = tokens.findIndex((token) => is(token, 'as'));
  const open = tokens.findIndex((token) => token.text === '(');
  const isQuery = as > 0 && (open < 0 || as < open || closing(tokens, open) < as);
  const head = isQuery ? tokens.slice(0, as) : tokens;
  const query = isQuery ? tokens.slice(as) : [];
  if (isQuery || open < 0) return [...withoutAttributes(head), ...query];
  const close = closing(tokens, open);
  const temporary = is(tokens[1], 'temp', 'temporary', 'local');
  const { sequences, columns } = definitions(tokens.slice(open + 1, close), temporary);
  const tail = withoutAttributes(tokens.slice(close + 1));
  return [...sequences, ...tokens.slice(0, open), ...sql`(${columns})`, ...tail];
};

export const tableAttributes: Rule = {
  name: 'CREATE TABLE: DISTSTYLE, DISTKEY, SORTKEY, ENCODE, BACKUP, IDENTITY, keys',
  area: 'Definitions',
  approximate:
    'Accepted and without effect, as keys are in Redshift. IDENTITY counts by its step without gaps.',
  rewrite,
  cases: [
    {
      sql: `create temp table t (id integer identity(1,1) primary key, a varchar(max) encode zstd distkey, b date sortkey not null,
              unique (a)) diststyle key compound sortkey (a, b);
            insert into t (a, b) values ('x', '2020-01-01'), ('x', '2020-01-02');
            select id, a from t order by id`,
      rows: [
        ['1', 'x'],
        ['2', 'x'],
      ],
    },
    { sql: 'create temp table c distkey(a) sortkey(a) as select 1 as a; select a from c', rows: [['1']] },
    {
      sql: 'create temp table n (a integer primary key); insert into n values (null)',
      error: 'ERROR: Cannot insert a NULL value into column a',
    },
  ],
};
