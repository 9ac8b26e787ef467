import type { ColumnType } from './types.ts';

/** SQL of one `Field` as JSON; `text` is what `ColumnType.read` reads. */
const fieldSql = (text: string, member: ColumnType['member']): string =>
  `coalesce('{"${member}":' || ${valueSql[member](text)} || '}', '{"isNull":true}')`;

const valueSql: Record<ColumnType['member'], (text: string) => string> = {
  longValue: (digits) => digits,
  // awsJson spells what JSON has no number for as a string: "NaN", "Infinity", "-Infinity".
  doubleValue: (number) =>
    `case when isfinite(${number}) then ${number}::varchar when isnan(${number}) then '"NaN"' ` +
    `when ${number} > 0 then '"Infinity"' when ${number} < 0 then '"-Infinity"' end`,
  booleanValue: (value) => `${value}::varchar`,
  stringValue: (text) => `to_json(${text})::varchar`,
};

/** SQL of one row of the columns `c0`, `c1`, … as JSON: a list of `Field`. The engine writes it faster than we could. */
export const rowJsonSql = (types: readonly ColumnType[]): string => {
  const fields = types.map(({ member, read }, index) => fieldSql(read(`c${index}`), member));
  return `'[' || ${fields.join(` || ',' || `)} || ']'`;
};
