import { authorization, type Option, OptionCursor, readAll } from '../copy/option-cursor.ts';
import { closing, splitCommas } from '../sql/calls.ts';
import { formNotEmulated, RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';

export interface UnloadOptions {
  format: 'delimited' | 'csv' | 'json' | 'parquet';
  delimiter?: string;
  header?: boolean;
  escape?: boolean;
  addQuotes?: boolean;
  nullText?: string;
  compression?: 'gzip' | 'zstd';
  extension?: string;
  /** Names of the columns, as the query has them. */
  partitionBy: string[];
  /** Whether the partition's columns stay in the files. */
  include?: boolean;
  parallel: boolean;
  allowOverwrite?: boolean;
  cleanPath?: boolean;
  manifest?: 'plain' | 'verbose';
  /** Bytes. */
  maxFileSize: number;
}

const megabyte = 1024 * 1024;
const largest = 6.2 * 1024 * megabyte;

const format: Option<UnloadOptions> = (cursor) => {
  const name = cursor.take().text.toLowerCase();
  if (name === 'csv' || name === 'json' || name === 'parquet') return { format: name };
  throw formNotEmulated(`UNLOAD … FORMAT ${name.toUpperCase()}`);
};

const partitionBy: Option<UnloadOptions> = (cursor) => {
  cursor.take();
  if (!is(cursor.next, '(')) throw syntaxErrorNear(cursor.next?.text ?? 'by');
  const close = closing(cursor.tokens, cursor.at);
  const names = splitCommas(cursor.tokens.slice(cursor.at + 1, close)).map(([name]) => nameOf(name));
  cursor.at = close + 1;
  return { partitionBy: names, include: cursor.optionalWord('include') !== undefined };
};

const nameOf = (token: Token | undefined): string =>
  (token?.kind === 'quoted' ? token.text.slice(1, -1) : (token?.text ?? '')).toLowerCase();

const maxFileSize: Option<UnloadOptions> = (cursor) => {
  const size = Number(cursor.take().text.replaceAll("'", ''));
  const unit = cursor.optionalWord('mb', 'gb') === 'gb' ? 1024 * megabyte : megabyte;
  const bytes = size * unit;
  if (!(bytes >= 5 * megabyte && bytes <= largest))
    throw new RedshiftError('ERROR: MAXFILESIZE must be between 5 MB and 6.2 GB');
  return { maxFileSize: bytes };
};

const nothing = (_taken?: unknown): Partial<UnloadOptions> => ({});

const options: Record<string, Option<UnloadOptions>> = {
  ...authorization,
  format,
  csv: () => ({ format: 'csv' }),
  json: () => ({ format: 'json' }),
  parquet: () => ({ format: 'parquet' }),
  delimiter: (cursor) => ({ delimiter: cursor.text() }),
  header: () => ({ header: true }),
  escape: () => ({ escape: true }),
  addquotes: () => ({ addQuotes: true }),
  null: (cursor) => ({ nullText: cursor.text() }),
  gzip: () => ({ compression: 'gzip' }),
  zstd: () => ({ compression: 'zstd' }),
  extension: (cursor) => ({ extension: cursor.text() }),
  partition: partitionBy,
  parallel: (cursor) => {
    const word = cursor.optionalWord('on', 'true', 'off', 'false');
    return { parallel: word !== 'off' && word !== 'false' };
  },
  allowoverwrite: () => ({ allowOverwrite: true }),
  cleanpath: () => ({ cleanPath: true }),
  manifest: (cursor) => ({ manifest: cursor.optionalWord('verbose') ? 'verbose' : 'plain' }),
  maxfilesize: maxFileSize,
  // How S3 encrypts and how Parquet groups rows, which no reader sees.
  encrypted: (cursor) => nothing(cursor.optionalWord('auto')),
  kms_key_id: (cursor) => nothing(cursor.text()),
  rowgroupsize: (cursor) => {
    cursor.take();
    return nothing(cursor.optionalWord('mb', 'gb'));
  },
};

type Name = keyof UnloadOptions;
const excluded: [format: UnloadOptions['format'], Name, word: string][] = [
  ['csv', 'escape', 'ESCAPE'],
  ['csv', 'addQuotes', 'ADDQUOTES'],
  ...(['json', 'parquet'] as const).flatMap((one): [typeof one, Name, string][] => [
    [one, 'delimiter', 'DELIMITER'],
    [one, 'header', 'HEADER'],
    [one, 'escape', 'ESCAPE'],
    [one, 'addQuotes', 'ADDQUOTES'],
    [one, 'nullText', 'NULL AS'],
  ]),
  ['parquet', 'compression', 'Compression'],
];

/** The options of an UNLOAD, with Redshift's defaults. Throws RedshiftError for what is not emulated or contradicts itself. */
export const readUnloadOptions = (tokens: readonly Token[]): UnloadOptions => {
  const read = readAll(new OptionCursor('UNLOAD', tokens), options, {
    format: 'delimited',
    partitionBy: [],
    parallel: true,
    maxFileSize: largest,
  });
  const clash = excluded.find(([format, name]) => read.format === format && read[name] !== undefined);
  if (clash)
    throw new RedshiftError(`ERROR: ${clash[2]} option is not compatible with ${clash[0].toUpperCase()}`);
  if (read.cleanPath && read.allowOverwrite)
    throw new RedshiftError('ERROR: CLEANPATH option is not compatible with ALLOWOVERWRITE');
  return read;
};
