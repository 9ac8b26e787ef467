import type { CopyOptions } from './copy-options.ts';
import { strptimeFormat } from './strptime-format.ts';
import type { TargetColumn } from './target-columns.ts';

/** How the text of one column becomes its value. */
export interface Conversion {
  /** SQL of the value; NULL where the text is none. */
  value: string;
  /** SQL of the text as it counts: NULL where NULL is what is meant. */
  meant: string;
  /** What stl_load_errors says of a text that has no value. */
  code: number;
  reason: (text: string) => string;
}

type Words = Pick<Conversion, 'code' | 'reason'>;

const says = (code: number, reason: string): Words => ({ code, reason: () => reason });
const typeNames: Record<string, string> = { SMALLINT: 'Short', INTEGER: 'Integer', BIGINT: 'Long' };
const badDigit = (type: string): Words => ({
  code: 1207,
  reason: (text) => {
    const at = /^[+-]?\d*/.exec(text)?.[0].length ?? 0;
    if (at >= text.length) return `Overflow, Value '${text}', Type: ${typeNames[type] ?? 'Decimal'}`;
    return `Invalid digit, Value '${text[at]}', Pos ${at}, Type: ${typeNames[type] ?? 'Decimal'}`;
  },
});

/**
 * SQL for the text in `column` as a value of the engine's `type`. An empty field is NULL unless the column is text.
 */
export const conversion = (
  column: string,
  { type, bytes }: TargetColumn,
  options: CopyOptions,
): Conversion => {
  if (type === 'VARCHAR') {
    const meant = textValue(column, options);
    const value = bytes ? fittingText(meant, bytes, options) : meant;
    return { value, meant, ...says(1204, 'String length exceeds DDL length') };
  }
  const meant = `nullif(trim(${column}), '')`;
  const of = (value: string, words: Words): Conversion => ({ value, meant, ...words });
  if (typeNames[type])
    return of(
      `case when regexp_full_match(${meant}, '[+-]?[0-9]+') then try_cast(${meant} as ${type}) end`,
      badDigit(type),
    );
  if (type.startsWith('DECIMAL'))
    return of(`try_cast(${decimalText(meant, type, options)} as ${type})`, badDigit(type));
  if (type === 'DOUBLE' || type === 'FLOAT')
    return of(`try_cast(${meant} as ${type})`, says(1208, 'Invalid float value'));
  if (type === 'BOOLEAN') return of(booleanValue(meant), says(1210, 'Unknown boolean format'));
  if (type === 'JSON')
    return of(
      `case when json_valid(${meant}) then json(${meant})::json end`,
      says(1224, 'Invalid JSON for SUPER'),
    );
  if (type === 'BLOB') return of(`try(unhex(${meant}))`, says(1230, 'Invalid hexadecimal digit for VARBYTE'));
  if (type === 'DATE') return of(dateValue(meant, options), dateWords(options));
  if (type.startsWith('TIMESTAMP')) return of(timestampValue(meant, type, options), timestampWords(options));
  return of(`try_cast(${meant} as ${type})`, says(1206, `Invalid value for ${type.toLowerCase()}`));
};

const textValue = (column: string, { emptyAsNull, blanksAsNull, trimBlanks }: CopyOptions): string => {
  const trimmed = trimBlanks ? `rtrim(${column})` : column;
  if (blanksAsNull)
    return `case when trim(${column}) = '' and ${column} <> '' then null else ${emptied(trimmed, emptyAsNull)} end`;
  return emptied(trimmed, emptyAsNull);
};

/** A text that is too long is none, unless it may be cut where a character begins. Blanks at its end do not count. */
const fittingText = (text: string, bytes: number, { truncate }: CopyOptions): string => {
  const cut = `redshift_first_bytes(${text}, ${bytes})`;
  return `case when strlen(${text}) <= ${bytes} then ${text} when ${truncate ? 'true' : `strlen(rtrim(${text})) <= ${bytes}`} then ${cut} end`;
};

const emptied = (text: string, emptyAsNull?: boolean): string => (emptyAsNull ? `nullif(${text}, '')` : text);

/** Digits that a DECIMAL has no room for are cut off, unless ROUNDEC. */
const decimalText = (text: string, type: string, { round }: CopyOptions): string => {
  const scale = /,(\d+)\)/.exec(type)?.[1] ?? '0';
  return round ? text : `regexp_replace(${text}, '^([+-]?[0-9]*(\\.[0-9]{0,${scale}})?)[0-9]*$', '\\1')`;
};

const booleanValue = (text: string): string =>
  `case when lower(${text}) in ('t', 'true', 'y', 'yes', '1') then true when lower(${text}) in ('f', 'false', 'n', 'no', '0') then false end`;

const isoDate = '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}';
const otherDates = [
  '%Y%m%d',
  '%m/%d/%Y',
  '%m-%d-%Y',
  '%Y/%m/%d',
  '%Y.%m.%d',
  '%d-%b-%Y',
  '%b-%d-%Y',
  '%d %b %Y',
  '%b %d, %Y',
  '%B %d, %Y',
  '%m/%d/%y',
];
const list = (formats: readonly string[]): string => `[${formats.map((one) => `'${one}'`).join(', ')}]`;
/** In COPY, HH counts 24 hours, and a T between date and time needs no quotes. */
const copyFormat = (format: string): string =>
  strptimeFormat(format.replace(/HH(?!12|24)/gi, 'HH24').replace(/(DD)T(HH)/gi, '$1"T"$2'));

const dateValue = (text: string, { dateFormat }: CopyOptions): string => {
  const usual = `case when regexp_full_match(${text}, '${isoDate}') then try_cast(${text} as date) end`;
  if (dateFormat === undefined) return usual;
  if (dateFormat.toLowerCase() !== 'auto') return `try_strptime(${text}, ${copyFormat(dateFormat)})::date`;
  return `coalesce(${usual}, try_strptime(${text}, ${list(otherDates)})::date, try_cast(${text} as timestamp)::date)`;
};

const dateWords = ({ dateFormat, acceptAnyDate }: CopyOptions): Words =>
  acceptAnyDate
    ? says(0, '')
    : says(1205, `Invalid Date Format - ${dateFormat ?? 'length must be 10 or more'}`);

const otherTimes = otherDates.flatMap((date) => [
  `${date} %H:%M:%S`,
  `${date} %H:%M`,
  date,
  `${date} %I:%M:%S %p`,
]);

const timestampValue = (text: string, type: string, { timeFormat }: CopyOptions): string => {
  const usual = `try_cast(${text} as ${type})`;
  const format = timeFormat?.toLowerCase();
  if (format === undefined) return usual;
  if (format === 'epochsecs') return `${epoch(text, '1000000')}::${type}`;
  if (format === 'epochmillisecs') return `${epoch(text, '1000')}::${type}`;
  if (format !== 'auto') return `try_strptime(${text}, ${copyFormat(timeFormat as string)})::${type}`;
  return `coalesce(${usual}, try_strptime(${text}, ${list(otherTimes)})::${type})`;
};

const epoch = (text: string, microseconds: string): string =>
  `make_timestamp((try_cast(${text} as decimal(38,6)) * ${microseconds})::bigint)`;

const timestampWords = ({ timeFormat, acceptAnyDate }: CopyOptions): Words =>
  acceptAnyDate
    ? says(0, '')
    : says(1206, `Invalid timestamp format or value [${timeFormat ?? 'YYYY-MM-DD HH24:MI:SS'}]`);
