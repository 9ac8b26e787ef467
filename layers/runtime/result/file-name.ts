import type { DownloadFormat, Inputs, Run } from '../contracts.ts';

/** Bytes of a name before its suffix; file systems end at 255 in all. */
const MOST = 120;

export interface FileNaming extends Pick<Run, 'report' | 'inputs' | 'resolved'> {
  format: DownloadFormat;
  /** Rows in the file, when the result has more. */
  first?: number;
}

/**
 * Named after what was asked: `daily-2015-12-vendor-1-2.csv` is the report `taxi/daily` with its inputs. A date or a month
 * says by itself what it is; any other value follows its parameter's name. `-first-1000-rows` says that there are more.
 */
export const fileName = ({ report, inputs, resolved, format, first }: FileNaming): string => {
  const capped = first === undefined ? '' : `-first-${first}-rows`;
  const words = [report.slice(report.lastIndexOf('/') + 1), ...wordsOf({ ...inputs, ...resolved })]
    .map(plain)
    .filter(Boolean);
  const name = words
    .join('-')
    .slice(0, MOST - capped.length)
    .replace(/-+$/, '');
  return `${name}${capped}.${format}`;
};

const wordsOf = (inputs: Inputs): string[] =>
  Object.entries(inputs).map(([name, value]) => {
    const text = [value].flat().join('-');
    return /^\d{4}-\d\d/.test(text) ? text : `${name}-${text}`;
  });

/** Letters and digits that no file system and no header minds; the rest is one dash each. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
