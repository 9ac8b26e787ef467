import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';

/** What the values of a column are, whatever Redshift calls it. */
export type Kind = 'exact' | 'float' | 'date' | 'time' | 'boolean' | 'text';

const KINDS: [Kind, RegExp][] = [
  ['exact', /^(int2|int4|int8|integer|bigint|smallint|numeric|decimal)\b/i],
  ['float', /^(float4|float8|float|real|double precision|double)\b/i],
  ['date', /^date\b/i],
  ['time', /^(timestamptz|timestamp|timetz|time)\b/i],
  ['boolean', /^bool/i],
];

export const kindOf = ({ type }: Column): Kind => KINDS.find(([, named]) => named.test(type))?.[0] ?? 'text';

export const isNumeric = (column: Column): boolean => ['exact', 'float'].includes(kindOf(column));

/** What Redshift keeps in UTC and sends with its offset. */
export const hasOffset = ({ type }: Column): boolean =>
  /^(timestamptz|timetz|time.* with time zone)/i.test(type);

/** What a cell says where nothing is said of its column: digits as they came, neither rounded nor grouped. */
export const cellText = (cell: Cell): string => (cell === null ? strings.result.null : String(cell));
