import type { Cell } from '@readout/runtime/contracts.ts';
import type { Table } from '@readout/runtime/result/table.ts';
import { uniqueNames } from '@readout/runtime/result/unique-names.ts';
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import { parquetType } from './parquet-type.ts';

/** A table as a Parquet file, each column in its own type and NULL as such. Every column has a name of its own. */
export const parquetFile = ({ columns, rows }: Table): Buffer => {
  const names = uniqueNames(columns.map(({ name }) => name));
  const types = columns.map(parquetType);
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    schema: [
      { name: 'root', num_children: columns.length },
      ...types.map(({ element }, at) => ({
        name: names[at] as string,
        repetition_type: 'OPTIONAL' as const,
        ...element,
      })),
    ],
    columnData: types.map(({ toValue }, at) => ({
      name: names[at] as string,
      data: rows.map((row) => presentOr(row[at] as Cell, toValue)),
    })),
    createdBy: 'Readout',
  });
  return Buffer.from(writer.getBytes());
};

const presentOr = (cell: Cell, toValue: (cell: Exclude<Cell, null>) => unknown): unknown =>
  cell === null ? null : toValue(cell);
