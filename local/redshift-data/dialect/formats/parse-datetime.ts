import { RedshiftError } from '../../sql/redshift-error.ts';
import { days, fromJulianDay, isoYearStart, months, utcDay } from './calendar.ts';
import { type DatetimePiece, datetimePattern } from './datetime-pattern.ts';

type Fields = Partial<Record<string, number>>;

/** How many digits a pattern takes at most, where digits follow without a separator. */
const widths: Record<string, number> = {
  YYYY: 4,
  YYY: 3,
  YY: 2,
  Y: 1,
  IYYY: 4,
  IYY: 3,
  IY: 2,
  I: 1,
  CC: 2,
  Q: 1,
  MM: 2,
  W: 1,
  WW: 2,
  IW: 2,
  DDD: 3,
  IDDD: 3,
  DD: 2,
  D: 1,
  ID: 1,
  J: 7,
  HH24: 2,
  HH12: 2,
  HH: 2,
  MI: 2,
  SS: 2,
  SSSS: 5,
  MS: 3,
  US: 6,
};
const years: Record<string, (value: number) => number> = {
  YYY: (value) => value + 2000,
  YY: (value) => value + (value < 70 ? 2000 : 1900),
  Y: (value) => value + 2000,
};
const spelt: Record<string, string[]> = {
  MONTH: months,
  MON: months.map((name) => name.slice(0, 3)),
  DAY: days,
  DY: days.map((name) => name.slice(0, 3)),
  RM: 'I II III IV V VI VII VIII IX X XI XII'.split(' '),
};

const invalid = ({ text }: DatetimePiece, input: string): RedshiftError =>
  new RedshiftError(`ERROR: invalid value for "${text}" in "${input}"`);

/** The longest name that stands here, as its place in the list. */
const nameAt = (list: string[], rest: string): { index: number; length: number } | undefined => {
  const found = list.filter((name) => rest.toUpperCase().startsWith(name.toUpperCase()));
  const longest = found.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : { index: list.indexOf(longest), length: longest.length };
};

/** Reads the input along the pieces; a word or separator of the format passes over one character of the input each. */
const read = (input: string, format: string): Fields => {
  const fields: Fields = {};
  let at = 0;
  const pieces = datetimePattern(format);
  pieces.forEach((piece, index) => {
    if (piece.name === '') {
      at += piece.text.length;
      return;
    }
    while (/\s/.test(input[at] ?? '')) at += 1;
    if (at < input.length) at += readPiece(fields, piece, input, at, pieces[index + 1]);
  });
  return fields;
};

const readPiece = (
  fields: Fields,
  piece: DatetimePiece,
  input: string,
  at: number,
  next: DatetimePiece | undefined,
): number => {
  const rest = input.slice(at);
  const list = spelt[piece.name];
  if (list) return readName(fields, piece, nameAt(list, rest), input);
  const half = /^[AP]\.?M\.?$/.test(piece.name) ? /^([ap])\.?m\.?/i.exec(rest) : undefined;
  if (half) fields.half = half[1]?.toLowerCase() === 'p' ? 12 : 0;
  if (half) return half[0].length;
  const width = widths[piece.name] ?? (piece.name === 'Y,YYY' ? 4 : undefined);
  if (width === undefined) throw new RedshiftError(`ERROR: not emulated: ${piece.text} as input`);
  const most = next && next.name !== '' ? width : Math.max(width, 9);
  const digits = new RegExp(piece.name === 'Y,YYY' ? '^\\d,?\\d{3}' : `^[+-]?\\d{1,${most}}`).exec(rest)?.[0];
  if (digits === undefined) throw invalid(piece, input);
  const fraction = piece.name === 'MS' || piece.name === 'US';
  const value = Number(fraction ? digits.slice(0, 6).padEnd(6, '0') : digits.replace(',', ''));
  fields[piece.name] = digits.length < 4 ? (years[piece.name]?.(value) ?? value) : value;
  return digits.length + (piece.ordinal ? 2 : 0);
};

const readName = (
  fields: Fields,
  piece: DatetimePiece,
  name: ReturnType<typeof nameAt>,
  input: string,
): number => {
  if (!name) throw invalid(piece, input);
  if (/^(MON|RM)/.test(piece.name)) fields.MM = name.index + 1;
  return name.length;
};

const dayOf = (fields: Fields): { day: number; parts: string } => {
  const year = fields.YYYY ?? fields['Y,YYY'] ?? fields.YYY ?? fields.YY ?? fields.Y ?? 1;
  const iso = fields.IYYY ?? fields.IYY ?? fields.IY ?? fields.I;
  const [month, date] = [fields.MM ?? 1, fields.DD ?? 1];
  const parts = `${year}-${month}-${date}`;
  if (fields.J !== undefined) return { day: fromJulianDay(fields.J), parts };
  if (iso !== undefined || fields.IW !== undefined) {
    const week = (fields.IW ?? 1) - 1;
    const days = fields.IDDD ?? week * 7 + (fields.ID ?? 1);
    return { day: isoYearStart(iso ?? year) + (days - 1) * 86_400_000, parts };
  }
  if (fields.DDD !== undefined) return { day: utcDay(year, 1, fields.DDD), parts };
  if (fields.WW !== undefined) return { day: utcDay(year, 1, (fields.WW - 1) * 7 + 1), parts };
  return { day: utcDay(year, month, date), parts };
};

const hourOf = (fields: Fields): number => {
  const twelve = fields.HH12 ?? fields.HH;
  if (twelve === undefined) return fields.HH24 ?? 0;
  return fields.half === undefined ? twelve : (twelve % 12) + fields.half;
};

const outOfRange = (what: string, value: string): RedshiftError =>
  new RedshiftError(`ERROR: date/time field ${what} value out of range: ${value}`);

/** TO_DATE and TO_TIMESTAMP: microseconds since 1970. A field that is too large counts on, unless `strict`. */
export const parseDatetime = (input: string, format: string, strict: boolean): bigint => {
  const fields = read(input, format);
  const { day, parts } = dayOf(fields);
  const [hour, minute, second] = [hourOf(fields), fields.MI ?? 0, fields.SS ?? 0];
  const real = new Date(day);
  const sameDay = `${real.getUTCFullYear()}-${real.getUTCMonth() + 1}-${real.getUTCDate()}` === parts;
  const plain = fields.MM !== undefined && fields.DD !== undefined;
  if (strict && plain && !sameDay) throw outOfRange('date', parts);
  if (strict && (hour > 23 || minute > 59 || second > 59)) {
    throw outOfRange('time', `${hour}:${minute}:${second}.0`);
  }
  const seconds = fields.SSSS ?? hour * 3600 + minute * 60 + second;
  const micros = (fields.MS ?? 0) + (fields.US ?? 0);
  return BigInt(day) * 1000n + BigInt(seconds) * 1_000_000n + BigInt(micros);
};
