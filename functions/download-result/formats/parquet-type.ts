import type { Cell } from '@readout/runtime/contracts.ts';
import { kindOf } from '@readout/runtime/result/column-kind.ts';
import type { TableColumn } from '@readout/runtime/result/table.ts';
import type { ParquetWriteOptions } from 'hyparquet-writer';
import { momentOf } from './moment.ts';

type SchemaElement = NonNullable<ParquetWriteOptions['schema']>[number];
type Present = Exclude<Cell, null>;

/** How a column stands in a Parquet file: its type there, and a cell as a value of it. */
export interface ParquetType {
  element: Omit<SchemaElement, 'name'>;
  toValue(cell: Present): unknown;
}

/** The type that keeps every digit of the column's own. */
export const parquetType = (column: TableColumn): ParquetType => {
  switch (kindOf(column.type)) {
    case 'boolean':
      return { element: { type: 'BOOLEAN' }, toValue: (cell) => cell };
    case 'integer':
      return integerType(column.type);
    case 'decimal':
      return decimalType(column);
    case 'float':
      return { element: { type: column.type === 'float4' ? 'FLOAT' : 'DOUBLE' }, toValue: Number };
    case 'date':
      return {
        element: { type: 'INT32', converted_type: 'DATE' },
        toValue: (cell) => daysOf(cell),
      };
    case 'timestamp':
      return { element: timestamp(column.type === 'timestamptz'), toValue: microsOf };
    case 'bytes':
      return { element: { type: 'BYTE_ARRAY' }, toValue: (cell) => Buffer.from(String(cell), 'base64') };
    default:
      return { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, toValue: String };
  }
};

const microsOf = (cell: Present): bigint => momentOf(String(cell)).micros;

const daysOf = (cell: Present): number => Math.floor(momentOf(String(cell)).date.getTime() / 86_400_000);

/** With a time zone it is a moment, without one what a calendar and a clock show. */
const timestamp = (isAdjustedToUTC: boolean): ParquetType['element'] => ({
  type: 'INT64',
  ...(isAdjustedToUTC && { converted_type: 'TIMESTAMP_MICROS' }),
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MICROS' },
});

const integerType = (type: string): ParquetType => {
  if (type === 'int8' || type === 'oid')
    return { element: { type: 'INT64' }, toValue: (cell) => BigInt(cell) };
  return {
    element: { type: 'INT32', ...(type === 'int2' && { converted_type: 'INT_16' }) },
    toValue: Number,
  };
};

/** As many bytes as 38 digits need. */
const DECIMAL_BYTES = 16;

const decimalType = ({ precision, scale }: TableColumn): ParquetType => ({
  element: {
    ...(precision <= 18 ? { type: 'INT64' } : { type: 'FIXED_LEN_BYTE_ARRAY', type_length: DECIMAL_BYTES }),
    converted_type: 'DECIMAL',
    precision,
    scale,
  },
  toValue: (cell) => unscaled(String(cell), scale),
});

/** The digits of a decimal as one number: `-1.50` of two places is -150. */
const unscaled = (text: string, scale: number): bigint => {
  const [whole = '', places = ''] = text.split('.');
  return BigInt(whole + places.padEnd(scale, '0'));
};
