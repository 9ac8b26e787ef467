import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What S3 keeps beside an object's bytes. */
export interface ObjectAttributes {
  /** Content-Type, Cache-Control and the like, and `x-amz-meta-*`, as sent; lower-case names. */
  headers: Record<string, string>;
  /** `x-amz-checksum-*` headers that came with the upload. */
  checksums: Record<string, string>;
  /** Without quotes. */
  eTag: string;
}

interface Sidecar extends ObjectAttributes {
  key: string;
  size: number;
  mtimeMs: number;
}

/** Attributes live in files of their own under `stateDir`, so that a bucket's folder holds nothing but objects. */
export class Sidecars {
  constructor(readonly folder: string) {}

  /** Undefined when none was kept, or when the file changed since: a file saved by hand is a new object. */
  async read(bucket: string, key: string, { size, mtimeMs }: Stats): Promise<ObjectAttributes | undefined> {
    try {
      const sidecar: Sidecar = JSON.parse(await readFile(this.#path(bucket, key), 'utf8'));
      return sidecar.size === size && sidecar.mtimeMs === mtimeMs ? sidecar : undefined;
    } catch {
      return undefined;
    }
  }

  async write(
    bucket: string,
    key: string,
    { size, mtimeMs }: Stats,
    attributes: ObjectAttributes,
  ): Promise<void> {
    const path = this.#path(bucket, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify({ key, size, mtimeMs, ...attributes } satisfies Sidecar));
  }

  async delete(bucket: string, key: string): Promise<void> {
    await rm(this.#path(bucket, key), { force: true });
  }

  #path(bucket: string, key: string): string {
    return join(this.folder, bucket, `${createHash('sha256').update(key).digest('hex')}.json`);
  }
}
