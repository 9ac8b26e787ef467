import type { Outcome } from '../engine/run-text.ts';

/** One value of a row, ready to stand in SQL. */
export interface Cell {
  name: string;
  type: string;
  value: string | null;
}

const typeNames: Record<string, string> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  varchar: 'varchar(65535)',
};

/** The rows of a result. Integers keep every digit: they are read as text. */
export const rowsOf = async ({ result }: Outcome, most = Number.POSITIVE_INFINITY): Promise<Cell[][]> => {
  const rows: Cell[][] = [];
  for (let from: bigint | undefined = 0n; result && from !== undefined && rows.length < most; ) {
    const { records, next }: { records: string; next?: bigint } = await result.page(from);
    const exact = records.replace(/"longValue":(-?\d+)/g, '"longValue":"$1"');
    for (const record of JSON.parse(exact) as Record<string, unknown>[][])
      rows.push(
        record.map((field, index) => {
          const column = result.columns[index];
          const typeName = column?.type.typeName ?? 'varchar';
          const { precision = 38, scale = 0 } = column?.type ?? {};
          const type =
            typeName === 'numeric' ? `numeric(${precision},${scale})` : (typeNames[typeName] ?? typeName);
          return {
            name: column?.name ?? '',
            type,
            value: field.isNull ? null : String(Object.values(field)[0]),
          };
        }),
      );
    from = next;
  }
  return rows;
};

export const firstRow = async (outcome: Outcome): Promise<Cell[] | undefined> =>
  (await rowsOf(outcome, 1))[0];
