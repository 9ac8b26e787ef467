import { lstat, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { notEmulated } from '../protocol/service-error.ts';
import { s3Error } from './errors.ts';

/** The file that a key names below `folder`, or undefined when no file can have that name in a bucket. */
export const pathOfKey = (folder: string, key: string): string | undefined =>
  key.split('/').every(isSegment) ? join(folder, ...key.split('/')) : undefined;

/** Dot-files, parent folders, empty names and the other system's separator are never objects. */
const isSegment = (segment: string): boolean =>
  segment !== '' && !segment.startsWith('.') && !/[\\\0]/.test(segment) && Buffer.byteLength(segment) <= 255;

/** Like {@link pathOfKey} for a key about to be written. Throws KeyTooLongError or `not emulated`. */
export const pathForWriting = async (folder: string, key: string): Promise<string> => {
  if (Buffer.byteLength(key) > 1024) throw s3Error('KeyTooLongError');
  const path = pathOfKey(folder, key);
  if (!path || !(await hasPlainParents(folder, path)))
    throw notEmulated(`the key ${JSON.stringify(key)}, which is no file name in a folder`);
  return path;
};

/** A regular file reached without a symbolic link below `folder` (and, where file systems fold case, as spelled). */
export const isPlainFile = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isFile() && (await realpath(path)) === path;
  } catch {
    return false;
  }
};

const hasPlainParents = async (folder: string, path: string): Promise<boolean> => {
  const target = await lstat(path).catch(() => undefined);
  if (target && !target.isFile()) return false;
  for (let parent = dirname(path); parent.length > folder.length; parent = dirname(parent)) {
    const found = await lstat(parent).catch(() => undefined);
    if (found && !found.isDirectory()) return false;
  }
  return true;
};

/** S3 lists keys in the order of their UTF-8 bytes. */
export const compareKeys = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
