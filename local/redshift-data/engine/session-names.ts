import { made } from '../sql/calls.ts';
import { folded, literal } from '../sql/names.ts';
import { is, type Token } from '../sql/tokens.ts';

const users = ['current_user', 'session_user', 'user'];
const beforeTable = 'from join into update table view using , exists on only append like analyze call'.split(
  ' ',
);

/**
 * What depends on who asks: `current_user`, `current_database()`, and the database in `database.schema.table`, which
 * is left out.
 */
export const sessionNames = (
  tokens: readonly Token[],
  { database = 'dev', user = 'awsuser' }: { database?: string; user?: string },
): Token[] => {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const member = is(tokens[at - 1], '.') || is(tokens[at + 1], '.');
    if (is(token, 'current_database') && is(tokens[at + 1], '(') && is(tokens[at + 2], ')') && !member) {
      out.push(...nameOrCall(literal(database), 'current_database', tokens, at));
      at += 2;
    } else if (isUser(tokens, at) && !member) {
      out.push(...nameOrCall(literal(user), token.text.toLowerCase(), tokens, at));
    } else if (isDatabase(tokens, at, database)) {
      out.push({ ...(tokens[at + 2] as Token), space: token.space });
      at += 2;
    } else out.push(token);
  }
  return out;
};

/** Where a query's column would be named after the call, it keeps that name. */
const nameOrCall = (value: string, name: string, tokens: readonly Token[], at: number): Token[] => {
  const end = is(tokens[at + 1], '(') ? at + 3 : at + 1;
  const alone = is(tokens[at - 1], 'select', ',') && (end === tokens.length || is(tokens[end], ',', 'from'));
  return made(alone && is(tokens[0], 'select') ? `${value} as "${name}"` : value);
};

const isUser = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (!is(token, ...users) || is(tokens[at - 1], 'as')) return false;
  if (!is(token, 'user')) return true;
  return (
    is(tokens[0], 'select', 'insert', 'with') &&
    is(tokens[at - 1], 'select', '=', ',', '(') &&
    !is(tokens[at + 1], '(')
  );
};

const isDatabase = (tokens: readonly Token[], at: number, database: string): boolean => {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' && token.kind !== 'quoted') return false;
  if (folded(token) !== database.toLowerCase() || is(tokens[at - 1], '.')) return false;
  const four = [1, 3, 5].every((offset) => is(tokens[at + offset], '.'));
  const three = is(tokens[at + 1], '.') && is(tokens[at + 3], '.');
  return four || (three && is(tokens[at - 1], ...beforeTable));
};
