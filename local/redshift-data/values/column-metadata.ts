import type { ColumnMetadata } from '@aws-sdk/client-redshift-data';
import type { ColumnOrigin } from '../engine/column-origins.ts';
import { type ColumnType, declaredType } from './types.ts';

export interface Column {
  /** Lower case, as Redshift folds every identifier. */
  name: string;
  type: ColumnType;
  /** Absent for an expression. */
  origin?: ColumnOrigin;
}

/**
 * What GetStatementResult says of a column: the JDBC driver's view. `length` is 0 there for every type; an expression
 * has an empty `schemaName` and `tableName`.
 */
export const columnMetadata = ({ name, type: engineType, origin = {} }: Column): ColumnMetadata => {
  const type = declaredType(engineType, origin.declared);
  return {
    name,
    label: name,
    typeName: type.typeName,
    precision: type.precision,
    scale: type.scale,
    length: 0,
    nullable: origin.notNull ? 0 : 1,
    isCaseSensitive: type.isCaseSensitive,
    isCurrency: false,
    isSigned: type.isSigned,
    schemaName: origin.schema ?? '',
    tableName: origin.table ?? '',
  };
};
