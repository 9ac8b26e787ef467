import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { md5 } from './checksums.ts';
import { s3Error } from './errors.ts';

/** What CreateMultipartUpload fixed; the parts follow. */
export interface Upload {
  bucket: string;
  key: string;
  headers: Record<string, string>;
}

export interface PartName {
  number: number;
  eTag: string;
}

/** S3's least size of every part but the last (Amazon S3 User Guide, "Multipart upload limits"). */
const minimumPartBytes = 5 * 1024 * 1024;

/** Unfinished multipart uploads, one folder each, so that they outlive a restart as they do in S3. */
export class Uploads {
  constructor(readonly folder: string) {}

  async create(upload: Upload): Promise<string> {
    const id = randomUUID();
    await mkdir(join(this.folder, id), { recursive: true });
    await writeFile(join(this.folder, id, 'upload.json'), JSON.stringify(upload));
    return id;
  }

  /** Throws NoSuchUpload, also for an upload of another key. */
  async get(id: string, bucket: string, key: string): Promise<Upload> {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw s3Error('NoSuchUpload');
    const text = await readFile(join(this.folder, id, 'upload.json'), 'utf8').catch(() => undefined);
    const upload: Upload | undefined = text && JSON.parse(text);
    if (upload?.bucket !== bucket || upload.key !== key) throw s3Error('NoSuchUpload');
    return upload;
  }

  async putPart(id: string, number: number, content: Buffer): Promise<void> {
    await writeFile(this.#part(id, number), content);
  }

  /** The whole content, and S3's entity tag of an object in parts: the MD5 of the parts' MD5s and their number. */
  async assemble(id: string, parts: PartName[]): Promise<{ content: Buffer; eTag: string }> {
    if (parts.some((part, index) => index > 0 && part.number <= (parts[index - 1] as PartName).number))
      throw s3Error('InvalidPartOrder');
    const contents: Buffer[] = [];
    for (const part of parts) contents.push(await this.#readPart(id, part));
    if (contents.slice(0, -1).some(({ length }) => length < minimumPartBytes))
      throw s3Error('EntityTooSmall');
    const digests = contents.map((content) => Buffer.from(md5(content), 'hex'));
    return { content: Buffer.concat(contents), eTag: `${md5(Buffer.concat(digests))}-${parts.length}` };
  }

  async delete(id: string): Promise<void> {
    await rm(join(this.folder, id), { recursive: true, force: true });
  }

  async #readPart(id: string, { number, eTag }: PartName): Promise<Buffer> {
    const content = await readFile(this.#part(id, number)).catch(() => undefined);
    if (!content || md5(content) !== eTag) throw s3Error('InvalidPart');
    return content;
  }

  #part(id: string, number: number): string {
    return join(this.folder, id, `part-${number}`);
  }
}
