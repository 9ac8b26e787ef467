import { createReadStream } from 'node:fs';
import * as zlib from 'node:zlib';
import { formNotEmulated } from '../sql/redshift-error.ts';
import type { CopyOptions } from './copy-options.ts';

/** The decoded text of a file, piece by piece. A byte that is not of the encoding is U+FFFD. */
export async function* readText(
  path: string,
  { compression, encoding }: CopyOptions,
): AsyncGenerator<string> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const bytes = compression ? file.pipe(decompressor(compression)) : file;
  file.on('error', (error) => bytes.destroy(error));
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

const decompressor = (compression: 'gzip' | 'zstd') => {
  if (compression === 'gzip') return zlib.createGunzip();
  const { createZstdDecompress } = zlib as typeof zlib & {
    createZstdDecompress?: () => ReturnType<typeof zlib.createGunzip>;
  };
  if (!createZstdDecompress) throw formNotEmulated('COPY … ZSTD before Node.js 22.15');
  return createZstdDecompress();
};

/** One record as it stands in the file, and the number of its first line, from 1. */
export interface RawRecord {
  line: number;
  text: string;
}

/** Cuts a file's text into records: lines, but for line ends that are quoted (CSV) or escaped (ESCAPE). */
export async function* readRecords(path: string, options: CopyOptions): AsyncGenerator<RawRecord[]> {
  const staysOpen = continuation(options);
  let rest = '';
  let line = 0;
  let record: RawRecord | undefined;
  const take = (physical: string): RawRecord | undefined => {
    line += 1;
    if (line <= options.skipRows) return undefined;
    const open = staysOpen(physical, record !== undefined);
    record = record ? { line: record.line, text: `${record.text}\n${physical}` } : { line, text: physical };
    if (open) return undefined;
    const whole = {
      line: record.line,
      text: record.text.endsWith('\r') ? record.text.slice(0, -1) : record.text,
    };
    record = undefined;
    return options.ignoreBlankLines && whole.text === '' ? undefined : whole;
  };
  for await (const text of readText(path, options)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield lines.map(take).filter((one) => one !== undefined);
  }
  const last = rest === '' ? undefined : take(rest);
  yield [last ?? record].filter((one) => one !== undefined);
}

type Continuation = (line: string, open: boolean) => boolean;

/** Whether a record goes on behind a line. */
const continuation = ({ format, quote, escape: escaped }: CopyOptions): Continuation => {
  if (format === 'csv') return (line, open) => (line.split(quote).length % 2 === 0) !== open;
  if (escaped) return (line) => (/\\+$/.exec(line)?.[0].length ?? 0) % 2 === 1;
  return () => false;
};
