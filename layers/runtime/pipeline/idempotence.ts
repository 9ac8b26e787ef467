import { splitTokens } from '../report/statements.ts';
import { isSignificant, type Token } from '../report/tokens.ts';

/** What a statement of a script may do that a second run of it would do again. */
export interface Repetition {
  message: string;
  at: number;
}

/** A statement in lower-case words, names without their quotes. */
interface Statement {
  words: string[];
  at: number;
  /** A comment in it says why it may be done again: `-- idempotent: the key is unique`. */
  excused: boolean;
}

/**
 * The statements that are not obviously harmless when the script runs twice: rows that are added without being removed
 * before, things that are made or dropped without asking whether they are there, files that are there already. It looks at
 * words, not at meaning: who knows better says so in a comment, `-- idempotent: …`.
 */
export function repetitionsIn(tokens: Token[]): Repetition[] {
  const statements = splitTokens(tokens).map(read);
  const cleared = new Set<string>();
  return statements.flatMap(({ words, at, excused }) => {
    const message = faultOf(words, cleared);
    for (const table of clearedBy(words)) cleared.add(table);
    return message === undefined || excused ? [] : [{ message, at }];
  });
}

function read(tokens: Token[]): Statement {
  const significant = tokens.filter(isSignificant);
  return {
    words: significant.map(({ kind, text }) =>
      (kind === 'identifier' ? text.slice(1, -1) : text).toLowerCase(),
    ),
    at: significant[0]?.at ?? 0,
    excused: tokens.some(({ kind, text }) => kind === 'comment' && /\bidempotent:\s*\S/i.test(text)),
  };
}

/** `public.sales` as one name, from where it begins. */
function nameAt(words: string[], from: number): string {
  let name = words[from] ?? '';
  for (let at = from + 1; words[at] === '.'; at += 2) name += `.${words[at + 1] ?? ''}`;
  return name.replace(/^public\./, '');
}

/** The tables from which a statement takes what a second run would add again, or that end with the session. */
function clearedBy(words: string[]): string[] {
  const [first, second] = words;
  if (first === 'delete') return [nameAt(words, second === 'from' ? 2 : 1)];
  if (first === 'merge') return [nameAt(words, second === 'into' ? 2 : 1)];
  if (first === 'truncate') return [nameAt(words, second === 'table' ? 2 : 1)];
  if (first === 'drop' && second === 'table') return [nameAt(words, words[2] === 'if' ? 4 : 2)];
  if (first === 'create' && isTemporary(words)) return [nameAt(words, words.indexOf('table') + 1)];
  return [];
}

const isTemporary = ([, second, third]: string[]): boolean =>
  ['temp', 'temporary'].includes(second ?? '') || ['temp', 'temporary'].includes(third ?? '');

function faultOf(words: string[], cleared: ReadonlySet<string>): string | undefined {
  const [first = '', second = ''] = words;
  switch (first) {
    case 'insert':
      return added('INSERT', words, nameAt(words, 2), cleared);
    case 'copy':
      return added('COPY', words, nameAt(words, 1), cleared);
    case 'create':
      return created(words, cleared);
    case 'drop':
      return has(words, 'if', 'exists') ? undefined : `DROP ${second.toUpperCase()} needs IF EXISTS`;
    case 'truncate':
      return 'TRUNCATE commits at once, whatever becomes of the script; use DELETE';
    case 'alter':
      return 'ALTER may fail the second time';
    case 'unload':
      return words.some((word) => ['cleanpath', 'allowoverwrite'].includes(word))
        ? undefined
        : 'UNLOAD needs CLEANPATH or ALLOWOVERWRITE: the files of the first run are in the way';
    case 'update':
      return updatesItself(words)
        ? 'UPDATE computes a column from itself, so a second run changes it again'
        : undefined;
    default:
      return undefined;
  }
}

/** An INSERT that asks its own table what is there adds nothing twice. */
function added(
  verb: string,
  words: string[],
  table: string,
  cleared: ReadonlySet<string>,
): string | undefined {
  const bare = table.replace(/^.*\./, '');
  const asks = verb === 'INSERT' && words.filter((word) => word === bare).length > 1;
  return cleared.has(table) || asks
    ? undefined
    : `${verb} adds to ${table} without a DELETE or MERGE of it before: a second run would add the rows again`;
}

function created(words: string[], cleared: ReadonlySet<string>): string | undefined {
  if (has(words, 'if', 'not', 'exists') || has(words, 'or', 'replace') || isTemporary(words))
    return undefined;
  const kind = words.find((word) => ['table', 'view', 'schema', 'function', 'procedure'].includes(word));
  if (kind === 'table' && cleared.has(nameAt(words, words.indexOf('table') + 1))) return undefined;
  const safe = kind === 'table' || kind === 'schema' ? 'IF NOT EXISTS' : 'OR REPLACE';
  return `CREATE ${(kind ?? '').toUpperCase()} needs ${safe}: it fails the second time`;
}

/** `set n = n + 1` */
function updatesItself(words: string[]): boolean {
  const end = words.findIndex((word) => word === 'where' || word === 'from');
  const set = words.slice(words.indexOf('set') + 1, end < 0 ? undefined : end);
  return set.some(
    (word, at) => word === '=' && set[at - 1] === set[at + 1] && /[-+*/|]/.test(set[at + 2] ?? ''),
  );
}

const has = (words: string[], ...wanted: string[]): boolean =>
  words.some((_, at) => wanted.every((word, offset) => words[at + offset] === word));
