import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { DuckDBTypeId } from '@duckdb/node-api';
import { RedshiftError } from '../sql/redshift-error.ts';
import { is, render, type Token } from '../sql/tokens.ts';

/** A value at one place of a statement. */
export interface Binding {
  value: string;
  /** The engine's type of that place; absent while it is not known. */
  type?: string;
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
  for (;;) {
    const prepared = await connection.prepare(withPlaceholders(statement, bindings));
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
  const first = bindings.findIndex(({ type }) => type === undefined);
  if (learnt || first < 0) return;
  const places = statement.flatMap((token, at) => (token.kind === 'parameter' ? [at] : []));
  (bindings[first] as Binding).type = fallback(
    statement,
    places[first] as number,
    bindings[first] as Binding,
  );
};

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

const fallback = (statement: readonly Token[], at: number, { value }: Binding): string => {
  const beside = [statement[at - 1], statement[at + 1]].some((token) => is(token, '+', '-', '*', '/', '%'));
  if (!beside) return 'VARCHAR';
  if (whole.test(value)) return Math.abs(Number(value)) < 2 ** 31 ? 'INTEGER' : 'BIGINT';
  const [, before, after] = /^\s*[+-]?(\d*)\.(\d+)\s*$/.exec(value) ?? [];
  return after ? `DECIMAL(${Math.min((before ?? '').length + after.length, 38)},${after.length})` : 'VARCHAR';
};
