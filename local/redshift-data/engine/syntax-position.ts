import type { DuckDBConnection } from '@duckdb/node-api';
import { RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { render, type Token } from '../sql/tokens.ts';

/** Where in its text the engine stumbled: an offset; undefined where it says none. */
const offsetOf = async (connection: DuckDBConnection, text: string): Promise<number | undefined> => {
  await connection.run('set errors_as_json = true');
  try {
    (await connection.prepare(text)).destroySync();
    return undefined;
  } catch (error) {
    const position = /"position":"(\d+)"/.exec((error as Error).message)?.[1];
    return position === undefined ? undefined : Number(position);
  } finally {
    await connection.run('set errors_as_json = false');
  }
};

/** The token that begins at an offset of what `render` made of the tokens. */
const tokenAt = (tokens: readonly Token[], offset: number): Token | undefined => {
  let end = 0;
  return tokens.find(({ space, text }, index) => {
    const start = end + (space ? 1 : index === 0 ? 0 : 0);
    end = start + text.length;
    return offset < end;
  });
};

/**
 * The engine's syntax error with the place in the statement as it was sent. A rule's own tokens have none: the next
 * that was sent is taken.
 */
export const located = async (
  connection: DuckDBConnection,
  tokens: readonly Token[],
  error: Error,
): Promise<Error> => {
  if (!/^Parser Error: syntax error at or near/.test(error.message)) return error;
  let place = 0;
  const sent = tokens.map((token) =>
    token.kind === 'parameter' ? { ...token, text: `$${++place}` } : token,
  );
  const offset = await offsetOf(connection, render(sent)).catch(() => undefined);
  const found = offset === undefined ? undefined : tokenAt(sent, offset);
  const from = found ? sent.indexOf(found) : -1;
  const original = from < 0 ? undefined : tokens.slice(from).find(({ start }) => start >= 0);
  if (!original) return error;
  return new RedshiftError(`${syntaxErrorNear(original.text).message}\n  Position: ${original.start + 1}`);
};

/** Adds the place to a syntax error that has none: the first token of that text. */
export const withPosition = (error: RedshiftError, tokens: readonly Token[]): RedshiftError => {
  const near = /^ERROR: syntax error at or near "([\s\S]*)"$/.exec(error.message)?.[1];
  const end = error.message === 'ERROR: syntax error at end of input' ? tokens.at(-1) : undefined;
  if (end) return new RedshiftError(`${error.message}\n  Position: ${end.start + end.text.length + 1}`);
  const found =
    near === undefined ? undefined : tokens.find(({ text, start }) => text === near && start >= 0);
  return found ? new RedshiftError(`${error.message}\n  Position: ${found.start + 1}`) : error;
};
