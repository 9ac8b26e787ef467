import { Problem } from './problem.ts';
import { splitTokens } from './statements.ts';
import { isSignificant, type Token } from './tokens.ts';

/** Words that would make a query write, wherever they stand outside text: `select … into` creates a table. */
const REFUSED: Record<string, string> = {
  into: 'a report only reads; select … into creates a table',
  set_config: 'set_config would change what row-level security reads',
};

const WRITES = new Set(['insert', 'update', 'delete', 'merge', 'truncate']);

/** The tokens of the one statement, without its semicolon. Throws Problem unless it is a SELECT or a WITH … SELECT. */
export function singleSelect(tokens: Token[]): Token[] {
  const [statement, second] = splitTokens(tokens);
  const first = statement?.find(isSignificant);
  if (!statement || !first) throw new Problem('expected a SELECT statement', tokens.at(-1)?.at ?? 0);
  if (!['select', 'with'].includes(lower(first)))
    throw new Problem(`expected SELECT or WITH, found ${first.text}`, first.at);
  const extra = second?.find(isSignificant);
  if (extra) throw new Problem('expected one statement, found another after the semicolon', extra.at);
  refuseWrites(statement.filter((token) => isSignificant(token) && token.kind !== 'open'));
  return statement;
}

function refuseWrites(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const word = token.kind === 'word' ? lower(token) : '';
    if (Object.hasOwn(REFUSED, word)) throw new Problem(REFUSED[word] as string, token.at);
    const beginsPart = ['(', ')'].includes(tokens[index - 1]?.text ?? '');
    if (beginsPart && WRITES.has(word))
      throw new Problem(`a report only reads; found ${token.text}`, token.at);
  }
}

const lower = ({ text }: Token): string => text.toLowerCase();
