import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import { formNotEmulated } from '../sql/redshift-error.ts';
import { headerLine, lineSql, type UnloadColumn } from './line-sql.ts';
import type { UnloadOptions } from './unload-options.ts';
import type { UnloadTarget } from './unload-target.ts';

interface OpenFile {
  path: string;
  /** Takes the text. */
  into: Writable;
  /** Ends when the bytes are in the file. */
  file: Writable;
  bytes: number;
  rows: number;
}

/** Writes the rows of `from` as lines, in as many files as MAXFILESIZE asks for, at least one. */
export const writeText = async (
  connection: DuckDBConnection,
  from: string,
  columns: readonly UnloadColumn[],
  partition: string,
  target: UnloadTarget,
): Promise<void> => {
  const { options } = target.command;
  const header = options.header ? `${headerLine(columns, options)}\n` : '';
  let number = 0;
  let open = await openFile(target, header, options);
  const end = async () => {
    await endFile(open);
    await target.add(open.path, open.rows, partition, number++);
  };
  const result = await connection.stream(`select ${lineSql(columns, options)} ${from}`);
  for await (const chunk of result) {
    for (const lines of packs(chunk.getColumnValues(0) as string[], open.bytes, options.maxFileSize)) {
      if (lines.startsNewFile) {
        await end();
        open = await openFile(target, header, options);
      }
      await write(open, lines.text, lines.count);
    }
  }
  await end();
};

interface Pack {
  text: string;
  count: number;
  startsNewFile: boolean;
}

/** Cuts lines into what goes into one file each; a line never stands in two. */
const packs = function* (lines: readonly string[], filled: number, limit: number): Generator<Pack> {
  let bytes = filled;
  let taken: string[] = [];
  let startsNewFile = false;
  for (const line of lines) {
    const size = Buffer.byteLength(line) + 1;
    if (bytes + size > limit && bytes > 0) {
      yield { text: taken.join(''), count: taken.length, startsNewFile };
      [bytes, taken, startsNewFile] = [0, [], true];
    }
    bytes += size;
    taken.push(`${line}\n`);
  }
  yield { text: taken.join(''), count: taken.length, startsNewFile };
};

let files = 0;

const openFile = async (target: UnloadTarget, header: string, options: UnloadOptions): Promise<OpenFile> => {
  const path = join(target.folder, `part-${++files}`);
  const file = createWriteStream(path);
  const compress = compressor(options);
  compress?.pipe(file);
  const open = { path, file, into: compress ?? file, bytes: 0, rows: 0 };
  await write(open, header, 0);
  return open;
};

const compressor = ({ compression }: UnloadOptions) => {
  if (compression !== 'zstd') return compression && zlib.createGzip();
  const { createZstdCompress } = zlib as typeof zlib & { createZstdCompress?: () => zlib.Gzip };
  if (!createZstdCompress) throw formNotEmulated('UNLOAD … ZSTD before Node.js 22.15');
  return createZstdCompress();
};

const write = async (open: OpenFile, text: string, rows: number): Promise<void> => {
  open.bytes += Buffer.byteLength(text);
  open.rows += rows;
  if (text !== '' && !open.into.write(text)) await once(open.into, 'drain');
};

const endFile = async ({ into, file }: OpenFile): Promise<void> => {
  into.end();
  await finished(file);
};
