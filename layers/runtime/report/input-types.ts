import type { ParameterType } from '../contracts.ts';

export type Scalar = string | number | boolean;

/** How one value of a type is read. `read` gives it in its one canonical form, or undefined if it is not one. */
export interface InputType {
  expected: string;
  read: (value: unknown) => Scalar | undefined;
  /** For types with an order: negative, zero or positive. Both values are canonical. */
  compare?: (a: Scalar, b: Scalar) => number;
}

const ofText = (parse: (text: string) => Scalar | undefined) => (value: unknown) =>
  typeof value === 'string' ? parse(value) : undefined;

const alphabetically = (a: Scalar, b: Scalar) => (a < b ? -1 : Number(a > b));

/** Redshift stores neither; a lone surrogate would be silently replaced on its way. */
const isStorable = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

const readText = (text: string) => (isStorable(text) ? text : undefined);

/** Redshift's BIGINT. Past 2^53 the value stays a string, with every digit. */
function readInteger(value: unknown): Scalar | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  if (typeof value !== 'string' || !/^[+-]?\d{1,19}$/.test(value)) return undefined;
  const exact = BigInt(value.replace('+', ''));
  if (BigInt.asIntN(64, exact) !== exact) return undefined;
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : String(exact);
}

/** A number that a double cannot hold with every digit stays a string. */
function readNumber(value: unknown): Scalar | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 60) return undefined;
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(value) || !Number.isFinite(Number(value)))
    return undefined;
  const digits = value.replace(/[eE].*|\D/g, '').replace(/^0+/, '');
  return digits.length <= 15 ? Number(value) : value;
}

const BOOLEANS = new Map<unknown, boolean>(
  [true, false].flatMap((flag) => [[flag, flag] as const, [`${flag}`, flag]]),
);

function readDate(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

const DATETIME =
  /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?$/;

/** In UTC, to the millisecond. A time without an offset is UTC. */
function readDatetime(text: string): string | undefined {
  const found = DATETIME.exec(text);
  if (!found || readDate(found[1] as string) === undefined) return undefined;
  const time = Date.parse(text.replace(' ', 'T') + (found[5] ? '' : 'Z'));
  return Number.isFinite(time) ? new Date(time).toISOString().replace('.000Z', 'Z') : undefined;
}

/** Two dates in any order. */
const isTwoDates = (text: string): boolean => {
  const dates = text.split('/');
  return dates.length === 2 && dates.every((date) => readDate(date) !== undefined);
};

/** Whether a range, right in all else, ends before it begins. */
export const isBackwards = (value: unknown): boolean =>
  typeof value === 'string' && isTwoDates(value) && readDateRange(value) === undefined;

function readDateRange(text: string): string | undefined {
  const [start = '', end = ''] = text.split('/');
  return isTwoDates(text) && start <= end ? text : undefined;
}

const readChoice = (value: unknown) =>
  typeof value === 'number' ? readNumber(value) : ofText(readText)(value);

const numerically = (a: Scalar, b: Scalar) => Number(a) - Number(b);
const exactly = (a: Scalar, b: Scalar) => Number(BigInt(a) - BigInt(b));

export const INPUT_TYPES: Record<ParameterType, InputType> = {
  text: { expected: 'text', read: ofText(readText) },
  integer: {
    expected: 'a whole number of 64 bits (past 2^53 as a string)',
    read: readInteger,
    compare: exactly,
  },
  number: { expected: 'a number', read: readNumber, compare: numerically },
  boolean: { expected: 'true or false', read: (value) => BOOLEANS.get(value) },
  date: { expected: 'a date, YYYY-MM-DD', read: ofText(readDate), compare: alphabetically },
  datetime: { expected: 'a time, YYYY-MM-DDThh:mm:ssZ', read: ofText(readDatetime), compare: alphabetically },
  month: {
    expected: 'a month, YYYY-MM',
    read: ofText((text) => (readDate(`${text}-01`) === undefined ? undefined : text)),
    compare: alphabetically,
  },
  'date-range': {
    expected: 'two dates in order, YYYY-MM-DD/YYYY-MM-DD',
    read: ofText(readDateRange),
    compare: alphabetically,
  },
  choice: { expected: 'one of the choices', read: readChoice },
};

/** The first and last value of a canonical input: a range has two, and each must be in bounds. */
export const endsOf = (type: ParameterType, value: Scalar): [Scalar, Scalar] => {
  const [start, end] = type === 'date-range' ? String(value).split('/') : [];
  return start !== undefined && end !== undefined ? [start, end] : [value, value];
};
