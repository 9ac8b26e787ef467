import type { DuckDBType } from '@duckdb/node-api';
import { DuckDBDecimalType, DuckDBTypeId } from '@duckdb/node-api';

/** How Redshift names a type, what its JDBC driver says of it, and how its values travel. */
export interface ColumnType {
  typeName: string;
  precision: number;
  scale: number;
  isSigned: boolean;
  isCaseSensitive: boolean;
  /** The one member of `Field` that carries a value. */
  member: 'longValue' | 'doubleValue' | 'booleanValue' | 'stringValue';
  /** SQL that turns the engine's column into what travels: text for strings and integers. */
  read: (column: string) => string;
}

const text = (column: string) => `${column}::varchar`;
const number = (typeName: string, precision: number, scale = 0): ColumnType => ({
  typeName,
  precision,
  scale,
  isSigned: true,
  isCaseSensitive: false,
  member: 'longValue',
  read: text,
});
const float = (typeName: string, digits: number): ColumnType => ({
  ...number(typeName, digits, digits),
  member: 'doubleValue',
  read: (column) => `${column}::double`,
});
const string = (typeName: string, precision: number, scale = 0, isCaseSensitive = false): ColumnType => ({
  typeName,
  precision,
  scale,
  isSigned: false,
  isCaseSensitive,
  member: 'stringValue',
  read: text,
});
const numeric = (precision: number, scale: number): ColumnType => ({
  ...number('numeric', precision, scale),
  member: 'stringValue',
});
const boolean: ColumnType = {
  ...string('bool', 1),
  member: 'booleanValue',
  read: (column) => column,
};
const superType: ColumnType = {
  ...string('super', 2147483647, 0, true),
  read: (column) => `to_json(${column})::varchar`,
};

const byId: Partial<Record<DuckDBTypeId, ColumnType>> = {
  [DuckDBTypeId.BOOLEAN]: boolean,
  [DuckDBTypeId.TINYINT]: number('int2', 5),
  [DuckDBTypeId.UTINYINT]: number('int2', 5),
  [DuckDBTypeId.SMALLINT]: number('int2', 5),
  [DuckDBTypeId.USMALLINT]: number('int4', 10),
  [DuckDBTypeId.INTEGER]: number('int4', 10),
  [DuckDBTypeId.UINTEGER]: number('int8', 19),
  [DuckDBTypeId.BIGINT]: number('int8', 19),
  // What SUM of an INTEGER is in DuckDB; SUM of a BIGINT comes as a decimal (dialect rule `sum`).
  [DuckDBTypeId.HUGEINT]: number('int8', 19),
  [DuckDBTypeId.UBIGINT]: numeric(20, 0),
  [DuckDBTypeId.UHUGEINT]: numeric(38, 0),
  [DuckDBTypeId.FLOAT]: float('float4', 8),
  [DuckDBTypeId.DOUBLE]: float('float8', 17),
  [DuckDBTypeId.DATE]: string('date', 13),
  [DuckDBTypeId.TIME]: string('time', 15, 6),
  [DuckDBTypeId.TIME_TZ]: string('timetz', 21, 6),
  [DuckDBTypeId.TIMESTAMP]: string('timestamp', 29, 6),
  [DuckDBTypeId.TIMESTAMP_S]: string('timestamp', 29, 6),
  [DuckDBTypeId.TIMESTAMP_MS]: string('timestamp', 29, 6),
  [DuckDBTypeId.TIMESTAMP_NS]: string('timestamp', 29, 6),
  [DuckDBTypeId.TIMESTAMP_TZ]: string('timestamptz', 35, 6),
  [DuckDBTypeId.INTERVAL]: string('intervald2s', 49),
  [DuckDBTypeId.BLOB]: { ...string('varbyte', 64000, 0, true), read: (column) => `base64(${column})` },
  [DuckDBTypeId.LIST]: superType,
  [DuckDBTypeId.ARRAY]: superType,
  [DuckDBTypeId.STRUCT]: superType,
  [DuckDBTypeId.MAP]: superType,
};

/** The Redshift type of a column of the engine (contract §8.2). */
export const columnType = (type: DuckDBType): ColumnType => {
  if (type instanceof DuckDBDecimalType) return numeric(type.width, type.scale);
  if (type.alias === 'JSON') return { ...superType, read: text };
  return byId[type.typeId] ?? string('varchar', 65535, 0, true);
};

/** A text type with the length that was declared for it, e.g. `character varying(10)`. */
export const declaredType = (type: ColumnType, declared: string | undefined): ColumnType => {
  const [, word, length] = /^(character(?: varying)?)\((\d+)\)$/.exec(declared ?? '') ?? [];
  if (type.typeName !== 'varchar' || !length) return type;
  return { ...type, typeName: word === 'character' ? 'bpchar' : 'varchar', precision: Number(length) };
};
