import { RedshiftError } from '../sql/redshift-error.ts';
import type { Token } from '../sql/tokens.ts';

/**
 * Refuses a `:name` that was not supplied: such text goes to the engine as it is, which stumbles over the colon. With
 * parameters a text is a prepared statement, which holds one command.
 */
export const checkParameters = (
  text: string,
  statements: readonly Token[][],
  parameters: ReadonlyMap<string, string>,
): void => {
  if (parameters.size > 0 && statements.length > 1) {
    throw new RedshiftError('ERROR: cannot insert multiple commands into a prepared statement');
  }
  const missing = statements
    .flat()
    .find((token) => token.kind === 'parameter' && !parameters.has(token.text.slice(1)));
  if (missing) throw strayColon(text, missing.start);
};

const strayColon = (text: string, at: number): RedshiftError => {
  const before = text.slice(0, at + 1);
  const context = before.slice(-16).trimStart();
  const line = before.split('\n').length;
  const message = `ERROR: syntax error at or near ":" in context "${context}", at line ${line}`;
  return new RedshiftError(`${message}\n  Position: ${at + 1}`);
};
