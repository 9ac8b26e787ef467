import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bucketError } from '../copy/source-files.ts';
import type { ObjectSource } from '../objects/object-source.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import type { UnloadCommand } from './parse-unload.ts';

/** One object that an UNLOAD wrote. */
export interface Unloaded {
  url: string;
  bytes: number;
  rows: number;
}

/** Names the objects of one UNLOAD and brings local files there. */
export class UnloadTarget {
  readonly written: Unloaded[] = [];

  private constructor(
    readonly command: UnloadCommand,
    readonly objects: ObjectSource,
    /** Holds the files until they are objects. */
    readonly folder: string,
  ) {}

  /** Makes room at the target as the options say. Throws RedshiftError where there is none. */
  static async open(command: UnloadCommand, objects: ObjectSource): Promise<UnloadTarget> {
    const { target, options } = command;
    try {
      if (options.cleanPath) await objects.clear(target);
      else if (!options.allowOverwrite && (await objects.localPaths(target)).length > 0) throw notEmpty();
    } catch (error) {
      throw bucketError(error);
    }
    return new UnloadTarget(command, objects, await mkdtemp(join(tmpdir(), 'unload-')));
  }

  /** Makes a local file the object `number` of a partition (`a=1/b=2`; empty without one). */
  async add(file: string, rows: number, partition: string, number: number): Promise<void> {
    const { options, target } = this.command;
    const name = options.parallel ? `0000_part_${padded(number, 2)}` : padded(number, 3);
    const folder = partition === '' ? target : `${target.replace(/\/$/, '')}/${partition}/`;
    const url = `${folder}${name}${this.#extension()}`;
    await this.#store(url, file);
    this.written.push({ url, bytes: (await stat(file)).size, rows });
    await rm(file);
  }

  /** Writes a text as the object behind the prefix, e.g. `manifest`. */
  async addText(name: string, text: string): Promise<void> {
    const file = join(this.folder, name);
    await writeFile(file, text);
    await this.#store(this.command.target + name, file);
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  async #store(url: string, file: string): Promise<void> {
    await this.objects.store(url, file).catch((error) => {
      throw bucketError(error);
    });
  }

  #extension(): string {
    const { extension, format, compression } = this.command.options;
    if (extension !== undefined) return `.${extension}`;
    if (format === 'parquet') return '.parquet';
    return compression ? { gzip: '.gz', zstd: '.zst' }[compression] : '';
  }
}

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

const notEmpty = (): RedshiftError =>
  new RedshiftError(
    'ERROR: Specified unload destination on S3 is not empty. Consider using a different bucket / prefix, manually removing the target files in S3, or using the ALLOWOVERWRITE option.',
  );
