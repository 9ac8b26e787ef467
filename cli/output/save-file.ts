import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadoutError } from '@readout/client';
import type { Download, DownloadFile } from '@readout/runtime/contracts.ts';

/** Fetches the files of a download into `out`, or to stdout. What Redshift cut goes beside it under its own names. */
export async function saveFiles(
  { files }: Download,
  out: string | undefined,
  stdout: Writable,
): Promise<void> {
  if (files.length > 1 && !out)
    throw new ReadoutError('FileTooLarge', 'The result comes in several files: say --out.');
  for (const file of files) {
    const path = out && (files.length > 1 ? join(dirname(out), file.name) : out);
    const target = path ? createWriteStream(path) : stdout;
    await pipeline(Readable.fromWeb(await bodyOf(file)), target, { end: Boolean(path) });
  }
}

async function bodyOf({ url, name }: DownloadFile) {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok || !response.body) throw new ReadoutError('Offline', `${name} could not be fetched.`);
  return response.body as Parameters<typeof Readable.fromWeb>[0];
}
