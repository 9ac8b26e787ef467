import {
  type DuckDBConnection,
  DuckDBScalarFunction,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';

/** A function of SQL written here, where SQL cannot express it. It is called once for each row without a NULL. */
export interface ScalarFunction {
  name: string;
  parameters: DuckDBType[];
  returns: DuckDBType;
  /** Throws RedshiftError, whose message the statement fails with. */
  // biome-ignore lint/suspicious/noExplicitAny: the types of the values are those of `parameters`
  call(...values: any[]): DuckDBValue;
}

/** Adds a function to the whole instance. NULL in any argument is NULL. */
export const register = (connection: DuckDBConnection, { name, parameters, returns, call }: ScalarFunction) =>
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name,
      parameterTypes: parameters,
      returnType: returns,
      mainFunction: (info, input, output) => {
        try {
          const columns = parameters.map((_type, index) => input.getColumnVector(index));
          for (let row = 0; row < input.rowCount; row += 1) {
            const values = columns.map((column) => column.getItem(row));
            output.setItem(row, values.includes(null) ? null : call(...values));
          }
          output.flush();
        } catch (error) {
          // redshiftError puts the prefix back.
          info.setError((error as Error).message.replace(/^ERROR: /, ''));
        }
      },
    }),
  );
