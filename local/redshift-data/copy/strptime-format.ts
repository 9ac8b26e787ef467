import { formNotEmulated } from '../sql/redshift-error.ts';

/** A piece of a format: what stands for it in strftime/strptime, or words that stay as they are. */
interface FormatPiece {
  pattern: string;
  /** strftime's code; absent for literal text. */
  code?: string;
}

const codes: Record<string, string> = {
  YYYY: '%Y',
  YY: '%y',
  MONTH: '%B',
  MON: '%b',
  MM: '%m',
  DAY: '%A',
  DY: '%a',
  DDD: '%j',
  DD: '%d',
  HH24: '%H',
  HH12: '%I',
  HH: '%I',
  MI: '%M',
  SS: '%S',
  MS: '%g',
  US: '%f',
  AM: '%p',
  PM: '%p',
  IW: '%V',
  IYYY: '%G',
  ID: '%u',
};
const longestFirst = Object.keys(codes).sort((a, b) => b.length - a.length);

/** Cuts a Redshift datetime format, e.g. `YYYY-MM-DD"T"HH24:MI`, into pieces. */
const datetimeFormat = (format: string): FormatPiece[] => {
  const pieces: FormatPiece[] = [];
  let rest = format;
  while (rest) {
    const quoted = /^"([^"]*)"/.exec(rest);
    const pattern = longestFirst.find((name) => rest.toUpperCase().startsWith(name));
    const taken = quoted?.[0] ?? (pattern ? rest.slice(0, pattern.length) : rest.slice(0, 1));
    if (!quoted && !pattern && /[a-z0-9]/i.test(taken))
      throw formNotEmulated(`the pattern ${rest} in '${format}'`);
    pieces.push({ pattern: quoted?.[1] ?? taken, code: pattern && codes[pattern] });
    rest = rest.slice(taken.length);
  }
  return pieces;
};

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const percent = (text: string): string => text.replaceAll('%', '%%');

/** The whole format as strptime takes it, as an SQL string. */
export const strptimeFormat = (format: string): string =>
  literal(
    datetimeFormat(format)
      .map(({ pattern, code }) => code ?? percent(pattern))
      .join(''),
  );
