import { refuseUnterminated } from '../dialect/foreign.ts';
import { closing, splitCommas } from '../sql/calls.ts';
import { formNotEmulated, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, render, type Token } from '../sql/tokens.ts';
import { type CopyOptions, readOptions } from './copy-options.ts';
import { textOf } from './option-cursor.ts';

export interface CopyCommand {
  /** As written, perhaps with its schema. */
  table: string;
  /** Names as the catalogue has them. */
  columns?: string[];
  /** `s3://bucket/prefix` */
  source: string;
  options: CopyOptions;
}

/** Reads `COPY table [(columns)] FROM 's3://…' options`. Throws RedshiftError. */
export const parseCopy = (tokens: readonly Token[]): CopyCommand => {
  refuseUnterminated(tokens);
  const from = tokens.findIndex((token) => is(token, 'from'));
  const open = tokens.findIndex((token, at) => at < from && token.text === '(');
  const source = tokens[from + 1];
  if (from < 0 || source === undefined) throw syntaxErrorNear(tokens.at(-1)?.text ?? 'copy');
  if (source.kind !== 'string') throw syntaxErrorNear(source.text);
  const location = textOf(source);
  if (!location.startsWith('s3://')) throw formNotEmulated(`COPY FROM '${location}'`);
  return {
    table: render(tokens.slice(1, open < 0 ? from : open)).trim(),
    columns: open < 0 ? undefined : columnsOf(tokens.slice(open + 1, closing(tokens, open))),
    source: location,
    options: readOptions(tokens.slice(from + 2)),
  };
};

const columnsOf = (list: readonly Token[]): string[] =>
  splitCommas(list).map((item) => {
    const name = render(item).trim();
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
  });
