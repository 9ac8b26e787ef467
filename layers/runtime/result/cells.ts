import type { Field } from '@aws-sdk/client-redshift-data';
import type { Cell } from '../contracts.ts';

/** One value of the Data API as a cell: decimals, times and large integers are texts with every digit. */
export const cellOf = (field: Field): Cell => {
  if (field.isNull) return null;
  if (field.stringValue !== undefined) return field.stringValue;
  if (field.longValue !== undefined) return field.longValue;
  if (field.doubleValue !== undefined) return doubleCell(field.doubleValue);
  if (field.booleanValue !== undefined) return field.booleanValue;
  if (field.blobValue !== undefined) return Buffer.from(field.blobValue).toString('base64');
  throw new Error(`a cell of a kind that is not known: ${Object.keys(field).join()}`);
};

/** JSON has no NaN and no infinity. */
const doubleCell = (value: number): Cell => (Number.isFinite(value) ? value : String(value));
