import { refuseUnterminated } from '../dialect/foreign.ts';
import { closing, splitCommas } from '../sql/calls.ts';
import { folded, readName } from '../sql/names.ts';
import { formNotEmulated, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';
import { type CopyOptions, readOptions } from './copy-options.ts';
import { textOf } from './option-cursor.ts';

export interface CopyCommand {
  /** Perhaps with its schema; lower case. */
  table: string[];
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
  const source = tokens[from + 1];
  if (from < 0 || source === undefined) throw syntaxErrorNear(tokens.at(-1)?.text ?? 'copy');
  if (source.kind !== 'string') throw syntaxErrorNear(source.text);
  const location = textOf(source);
  if (!location.startsWith('s3://')) throw formNotEmulated(`COPY FROM '${location}'`);
  const { parts, end } = readName(tokens, 1);
  const listed = is(tokens[end], '(') ? closing(tokens, end) : -1;
  return {
    table: parts,
    columns: listed < 0 ? undefined : columnsOf(tokens.slice(end + 1, listed)),
    source: location,
    options: readOptions(tokens.slice(from + 2)),
  };
};

const columnsOf = (list: readonly Token[]): string[] =>
  splitCommas(list).map(([name]) => folded(name as Token));
