import { Problem } from './problem.ts';
import { refuseWrites } from './refuse-writes.ts';
import { splitTokens } from './statements.ts';
import { isSignificant, type Token } from './tokens.ts';

/** The tokens of the one statement, without its semicolon. Throws Problem unless it is a SELECT or a WITH … SELECT. */
export function singleSelect(tokens: Token[]): Token[] {
  const [statement, second] = splitTokens(tokens);
  const first = statement?.find(isSignificant);
  if (!statement || !first) throw new Problem('expected a SELECT statement', tokens.at(-1)?.at ?? 0);
  if (!['select', 'with'].includes(first.text.toLowerCase()))
    throw new Problem(`expected SELECT or WITH, found ${first.text}`, first.at);
  const extra = second?.find(isSignificant);
  if (extra) throw new Problem('expected one statement, found another after the semicolon', extra.at);
  refuseWrites(statement);
  return statement;
}
