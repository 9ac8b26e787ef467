/** What a statement fails with; `message` is the statement's `Error`, e.g. `ERROR: relation "x" does not exist`. */
export class RedshiftError extends Error {
  override name = 'RedshiftError';
}

/** A Redshift form that this emulator does not know. */
export const formNotEmulated = (form: string): RedshiftError =>
  new RedshiftError(`ERROR: not emulated: ${form}`);

export const syntaxErrorNear = (text: string): RedshiftError =>
  new RedshiftError(`ERROR: syntax error at or near "${text}"`);
