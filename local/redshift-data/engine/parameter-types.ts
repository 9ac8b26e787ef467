import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { DuckDBTypeId } from '@duckdb/node-api';
import { RedshiftError } from '../sql/redshift-error.ts';
import { is, render, type Token } from '../sql/tokens.ts';

/** A value at one place of a statement. */
export interface Binding {
  value: string;
  /** The engine's type of that place; absent while it is not known. */
  type?: string;
  /** Nothing spoke for the type but that a text fits most places. */
  guessed?: boolean;
}

/**
 * Prepares a statement whose `:name` tokens become `cast($n as type)`, one `$n` for each place, so that a value takes
 * the type of the place where it stands, as in Redshift. The values never enter the text: each is bound as text and
 * cast by the engine. A place that has no type of its own (`select :x`) takes text, or a number beside an operator.
 */
export const prepare = async (
  connection: DuckDBConnection,
  statement: readonly Token[],
  bindings: Binding[],
): Promise<DuckDBPreparedStatement> => {
  let refusal: unknown;
  for (;;) {
    const prepared = await connection.prepare(withPlaceholders(statement, bindings)).catch((error) => {
      refusal ??= error;
    });
    if (!prepared) {
      if (!decideOne(statement, bindings) && !decideAgain(bindings)) throw refusal;
      continue;
    }
    if (bindings.every(({ type }) => type !== undefined)) {
      for (const [index, { value }] of bindings.entries()) prepared.bindVarchar(index + 1, value);
      return prepared;
    }
    takeTypes(prepared, statement, bindings);
    prepared.destroySync();
  }
};

const withPlaceholders = (statement: readonly Token[], bindings: readonly Binding[]): string => {
  let place = 0;
  return render(
    statement.map((token) => {
      if (token.kind !== 'parameter') return token;
      const { type } = bindings[place++] as Binding;
      return { ...token, text: type ? `cast($${place} as ${type})` : `$${place}`, space: token.space || ' ' };
    }),
  );
};

/** Takes the types that the engine knows; where it knows none, decides one place and lets it look again. */
const takeTypes = (
  prepared: DuckDBPreparedStatement,
  statement: readonly Token[],
  bindings: Binding[],
): void => {
  let learnt = false;
  bindings.forEach((binding, index) => {
    if (binding.type !== undefined || prepared.parameterTypeId(index + 1) === DuckDBTypeId.INVALID) return;
    binding.type = typeFor(prepared.parameterType(index + 1).toString(), binding.value);
    learnt = true;
  });
  if (!learnt) decideOne(statement, bindings);
};

/** Decides the first open place, an argument of a function before others; false if none is open. */
const decideOne = (statement: readonly Token[], bindings: Binding[]): boolean => {
  const places = statement.flatMap((token, at) => (token.kind === 'parameter' ? [at] : []));
  const isArgument = (at: number) => is(statement[at - 1], '(', ',') && is(statement[at + 1], ')', ',');
  const open = [...bindings.keys()].filter((index) => bindings[index]?.type === undefined);
  const index = open.find((one) => isArgument(places[one] as number)) ?? open[0];
  if (index === undefined) return false;
  const binding = bindings[index] as Binding;
  const at = places[index] as number;
  const beside = is(statement[at - 1], ...operators) || is(statement[at + 1], ...operators);
  binding.type = (beside && numericType(binding.value)) || 'VARCHAR';
  binding.guessed = binding.type === 'VARCHAR';
  return true;
};

/** Where no statement comes of a guessed text, tries the number that it looks like. */
const decideAgain = (bindings: Binding[]): boolean => {
  const binding = bindings.find(({ guessed, value }) => guessed && numericType(value));
  if (!binding) return false;
  binding.type = numericType(binding.value);
  binding.guessed = false;
  return true;
};

const operators = ['+', '-', '*', '/', '%'];
const whole = /^\s*[+-]?\d+\s*$/;

/** The type to cast to, so that the engine neither rounds nor cuts what Redshift would refuse or keep. */
const typeFor = (type: string, value: string): string => {
  if (/INT$|^INTEGER$/.test(type) && !whole.test(value)) {
    throw new RedshiftError(`ERROR: invalid input syntax for integer: "${value}"`);
  }
  const scale = /^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1];
  const digits = /^\s*[+-]?\d*\.(\d+)\s*$/.exec(value)?.[1]?.length ?? 0;
  return scale && digits > Number(scale) ? `DECIMAL(38,${Math.min(digits, 37)})` : type;
};

/** The type of the number that a text is. */
const numericType = (value: string): string | undefined => {
  if (whole.test(value)) return Math.abs(Number(value)) < 2 ** 31 ? 'INTEGER' : 'BIGINT';
  const [, before = '', after] = /^\s*[+-]?(\d*)\.(\d+)\s*$/.exec(value) ?? [];
  return after && `DECIMAL(${Math.min(before.length + after.length, 38)},${Math.min(after.length, 38)})`;
};
