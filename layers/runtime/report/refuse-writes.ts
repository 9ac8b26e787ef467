import { Problem } from './problem.ts';
import { isSignificant, type Token } from './tokens.ts';

/** Where it begins a part of a query, one of these words makes it write. */
const WRITES = new Set(['insert', 'update', 'delete', 'merge', 'truncate']);

/**
 * Redshift's system administration functions, which a SELECT may call, without CURRENT_SETTING, which only reads
 * (https://docs.aws.amazon.com/redshift/latest/dg/r_System_administration_functions.html).
 */
const EFFECTS: Record<string, string> = {
  set_config: 'set_config would change what row-level security reads',
  pg_cancel_backend: 'pg_cancel_backend ends the statements of others',
  pg_terminate_backend: 'pg_terminate_backend ends the sessions of others',
  change_query_priority: 'change_query_priority is for administrators',
  change_session_priority: 'change_session_priority is for administrators',
  change_user_priority: 'change_user_priority is for administrators',
  reboot_cluster: 'reboot_cluster is for administrators',
};

/** Throws Problem where a query would change a table, a session, or what others do. The tokens may hold `[[ ]]`. */
export function refuseWrites(statement: Token[]): void {
  const tokens = statement.filter((token) => isSignificant(token) && token.kind !== 'open');
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    refuseEffects(token);
    if (token.kind === 'word') refuseWord(token, before);
  }
}

/** By any spelling: a name in double quotes calls the same function. */
export function refuseEffects(token: Token): void {
  const { kind, text, at } = token;
  const name = kind === 'identifier' ? text.slice(1, -1) : kind === 'word' ? text : '';
  const effect = Object.hasOwn(EFFECTS, name.toLowerCase()) ? EFFECTS[name.toLowerCase()] : undefined;
  if (effect) throw new Problem(effect, at);
}

function refuseWord(token: Token, before?: Token): void {
  const word = token.text.toLowerCase();
  const previous = before?.text.toLowerCase();
  if (word === 'into') throw new Problem('a report only reads; select … into creates a table', token.at);
  if (['update', 'share'].includes(word) && previous === 'for')
    throw new Problem(`a report only reads; for ${word} locks rows`, token.at);
  // What stands before a clause in [[ ]] follows on what stands before it when the clause vanishes.
  const beginsPart = previous === '(' || previous === ')' || before?.kind === 'close';
  if (beginsPart && WRITES.has(word)) throw new Problem(`a report only reads; found ${token.text}`, token.at);
}
