import type { DuckDBConnection } from '@duckdb/node-api';
import { textRows } from '../commands/command.ts';
import { splitCommas } from '../sql/calls.ts';
import { folded, literal, quoted } from '../sql/names.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import { is, render, type Token } from '../sql/tokens.ts';

export interface Argument {
  name: string;
  mode: 'in' | 'out' | 'inout';
  /** Redshift's type as SQL. */
  type: string;
}

/** A stored procedure as it is kept. */
export interface Procedure {
  arguments: Argument[];
  /** The text between the dollars. */
  body: string;
}

/** `a int, b INOUT varchar(10), OUT c date` */
export const parseArguments = (tokens: readonly Token[]): Argument[] =>
  splitCommas(tokens).map((item, index) => {
    const modeAt = item.findIndex((token) => is(token, 'in', 'out', 'inout'));
    const mode = (modeAt < 0 ? 'in' : item[modeAt]?.text.toLowerCase()) as Argument['mode'];
    const rest = item.filter((_, at) => at !== modeAt);
    const named =
      rest.length > 1 && rest[1]?.kind === 'word' && !is(rest[0], 'double', 'character', 'timestamp');
    const type = render(named ? rest.slice(1) : rest).trim();
    return { name: named ? folded(rest[0] as Token) : `$${index + 1}`, mode, type };
  });

/** Procedures of one name differ in how many values they take. */
const macroName = (parts: readonly string[], values: number): string =>
  quoted(...parts.slice(0, -1), `procedure ${parts.at(-1)}/${values}`);

const taken = (all: readonly Argument[]): Argument[] => all.filter(({ mode }) => mode !== 'out');

/** A procedure is kept in the database as a macro whose value is its JSON. */
export const saveProcedure = async (
  connection: DuckDBConnection,
  parts: readonly string[],
  procedure: Procedure,
  replace: boolean,
): Promise<void> => {
  const name = macroName(parts, taken(procedure.arguments).length);
  try {
    const text = literal(JSON.stringify(procedure));
    await connection.run(`create ${replace ? 'or replace' : ''} macro ${name}() as ${text}`);
  } catch (error) {
    if (!/already exists/.test((error as Error).message)) throw error;
    throw new RedshiftError(`ERROR: procedure "${parts.at(-1)}" already exists with same argument types`);
  }
};

export const findProcedure = async (
  connection: DuckDBConnection,
  parts: readonly string[],
  values: number,
): Promise<Procedure | undefined> => {
  try {
    const [row] = await textRows(connection, `select ${macroName(parts, values)}()`);
    return JSON.parse(row?.[0] ?? '{}') as Procedure;
  } catch (error) {
    if (/does not exist/.test((error as Error).message)) return undefined;
    throw error;
  }
};

export const dropProcedure = (
  connection: DuckDBConnection,
  parts: readonly string[],
  values: number,
): Promise<unknown> => connection.run(`drop macro ${macroName(parts, values)}`);
