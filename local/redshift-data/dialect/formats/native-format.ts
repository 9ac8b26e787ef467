import { datetimePattern } from './datetime-pattern.ts';

/** What the engine's strftime has for a pattern. */
const codes: Record<string, string> = {
  YYYY: '%Y',
  YY: '%y',
  MM: '%m',
  DDD: '%j',
  DD: '%d',
  HH24: '%H',
  HH12: '%I',
  HH: '%I',
  MI: '%M',
  SS: '%S',
  MS: '%g',
  US: '%f',
  IW: '%V',
  IYYY: '%G',
  ID: '%u',
  Mon: '%b',
  Dy: '%a',
  AM: '%p',
  PM: '%p',
};

const caseMatters = /^(MON|DY|AM|PM)$/;

/** The format as strftime takes it, as an SQL string; undefined where it has no such pattern. */
export const nativeFormat = (format: string): string | undefined => {
  const parts = datetimePattern(format).map(({ name, text, bare, ordinal }) => {
    if (name === '') return text.replaceAll('%', '%%');
    return bare || ordinal ? undefined : codes[caseMatters.test(name) ? text : name];
  });
  return parts.includes(undefined) ? undefined : `'${parts.join('').replaceAll("'", "''")}'`;
};
