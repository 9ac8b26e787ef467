import { formNotEmulated, RedshiftError } from '../sql/redshift-error.ts';
import type { Token } from '../sql/tokens.ts';
import { authorization, type Option, OptionCursor, readAll } from './option-cursor.ts';

export interface CopyOptions {
  format: 'parquet' | 'csv' | 'delimited' | 'fixed' | 'json';
  /** `auto`, `auto ignorecase`, `noshred` or the address of a JSONPaths file. */
  json?: string;
  delimiter?: string;
  quote: string;
  escape?: boolean;
  removeQuotes?: boolean;
  /** Lengths of the fields of FIXEDWIDTH. */
  widths?: number[];
  skipRows: number;
  compression?: 'gzip' | 'zstd';
  encoding: string;
  nullText: string;
  emptyAsNull?: boolean;
  blanksAsNull?: boolean;
  trimBlanks?: boolean;
  truncate?: boolean;
  fillRecord?: boolean;
  ignoreBlankLines?: boolean;
  /** What stands for a byte that is not UTF-8. */
  replacement?: string;
  dateFormat?: string;
  timeFormat?: string;
  acceptAnyDate?: boolean;
  round?: boolean;
  /** The load fails at so many errors. */
  maxErrors: number;
  manifest?: boolean;
  noLoad?: boolean;
  explicitIds?: boolean;
}

const switches = ['on', 'off', 'true', 'false'];
const encodings: Record<string, string> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  iso88591: 'iso-8859-1',
};

const format: Option<CopyOptions> = (cursor) => {
  const name = cursor.take().text.replaceAll("'", '').toLowerCase();
  if (name === 'json') return { format: 'json', json: cursor.optionalText() ?? 'auto' };
  if (name !== 'parquet' && name !== 'csv') throw formNotEmulated(`COPY … FORMAT ${name.toUpperCase()}`);
  return { format: name };
};

const encoding: Option<CopyOptions> = (cursor) => {
  const name = cursor.take().text.replaceAll("'", '').toLowerCase();
  const known = encodings[name];
  if (!known) throw formNotEmulated(`COPY … ENCODING ${name.toUpperCase()}`);
  return { encoding: known };
};

const widths = (spec: string): number[] =>
  spec.split(',').map((field) => {
    const length = Number(field.split(':')[1]);
    if (!(length > 0)) throw new RedshiftError(`ERROR: invalid fixedwidth specification "${spec}"`);
    return length;
  });

const options: Record<string, Option<CopyOptions>> = {
  ...authorization,
  format,
  encoding,
  csv: () => ({ format: 'csv' }),
  parquet: () => ({ format: 'parquet' }),
  json: (cursor) => ({ format: 'json', json: cursor.optionalText() ?? 'auto' }),
  fixedwidth: (cursor) => ({ format: 'fixed', widths: widths(cursor.text()) }),
  quote: (cursor) => ({ quote: cursor.text() }),
  delimiter: (cursor) => ({ delimiter: cursor.text().replace(/^\\t$/, '\t') }),
  ignoreheader: (cursor) => ({ skipRows: cursor.count() }),
  gzip: () => ({ compression: 'gzip' }),
  zstd: () => ({ compression: 'zstd' }),
  null: (cursor) => ({ nullText: cursor.text() }),
  emptyasnull: () => ({ emptyAsNull: true }),
  blanksasnull: () => ({ blanksAsNull: true }),
  trimblanks: () => ({ trimBlanks: true }),
  truncatecolumns: () => ({ truncate: true }),
  fillrecord: () => ({ fillRecord: true }),
  ignoreblanklines: () => ({ ignoreBlankLines: true }),
  ignoreallerrors: () => ({ maxErrors: Number.POSITIVE_INFINITY }),
  acceptinvchars: (cursor) => ({ replacement: cursor.optionalText() ?? '?' }),
  acceptanydate: () => ({ acceptAnyDate: true }),
  removequotes: () => ({ removeQuotes: true }),
  escape: () => ({ escape: true }),
  roundec: () => ({ round: true }),
  dateformat: (cursor) => ({ dateFormat: cursor.text() }),
  timeformat: (cursor) => ({ timeFormat: cursor.text() }),
  maxerror: (cursor) => ({ maxErrors: Math.max(1, cursor.count()) }),
  manifest: () => ({ manifest: true }),
  noload: () => ({ noLoad: true }),
  explicit_ids: () => ({ explicitIds: true }),
  // How the load is done and what is learnt of it, which one machine has no use for.
  statupdate: (cursor) => ignored(cursor.optionalWord(...switches)),
  compupdate: (cursor) => ignored(cursor.optionalWord('preset', ...switches)),
  comprows: (cursor) => ignored(cursor.count()),
};

const ignored = (_taken: unknown): Partial<CopyOptions> => ({});

/** The options of a COPY, with Redshift's defaults. Throws RedshiftError for what is not emulated or contradicts itself. */
export const readOptions = (tokens: readonly Token[]): CopyOptions => {
  const read = readAll(new OptionCursor('COPY', tokens), options, {
    format: 'delimited',
    quote: '"',
    skipRows: 0,
    encoding: 'utf-8',
    nullText: '\\N',
    maxErrors: 1,
  });
  if (read.format === 'csv' || read.format === 'fixed')
    for (const [name, given] of [
      ['REMOVEQUOTES', read.removeQuotes],
      ['ESCAPE', read.escape],
      ['DELIMITER', read.format === 'fixed' && read.delimiter],
    ] as const)
      if (given) {
        const with_ = read.format === 'csv' ? 'CSV' : 'FIXEDWIDTH';
        throw new RedshiftError(`ERROR: ${name} option is not compatible with ${with_}`);
      }
  return read;
};
