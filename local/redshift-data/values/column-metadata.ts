import type { ColumnMetadata } from '@aws-sdk/client-redshift-data';
import type { ColumnType } from './types.ts';

export interface Column {
  /** Lower case, as Redshift folds every identifier. */
  name: string;
  type: ColumnType;
}

/**
 * What GetStatementResult says of a column: the JDBC driver's view. `length` is 0 there for every type, and
 * `schemaName` and `tableName` are those of an expression.
 */
export const columnMetadata = ({ name, type }: Column): ColumnMetadata => ({
  name,
  label: name,
  typeName: type.typeName,
  precision: type.precision,
  scale: type.scale,
  length: 0,
  nullable: 1,
  isCaseSensitive: type.isCaseSensitive,
  isCurrency: false,
  isSigned: type.isSigned,
  schemaName: '',
  tableName: '',
});
