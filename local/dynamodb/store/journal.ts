import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** A text put under a key of a section, or taken away where there is none. */
export interface Change {
  section: string;
  key: string;
  text: string | undefined;
}

/** Below this the file is not worth the work. */
const smallestBytes = 32 * 1024 * 1024;

/**
 * Every change that was made, in one file: a line holds the changes that belong together, so that after a crash there
 * are all of them or none. What is no longer true is left out when the file is opened, and when it has grown too long.
 */
export class Journal {
  #handle?: number;
  #bytes = 0;
  #limit = smallestBytes;

  /** @param present what is true now, as changes */
  constructor(
    readonly file: string,
    readonly present: () => Iterable<Change>,
  ) {}

  /** Hands over what the file says. A last line that a crash cut short is left out. */
  read(apply: (change: Change) => void): void {
    for (const line of readText(this.file).split('\n'))
      for (const [section, key, value] of parse(line))
        apply({ section, key, text: value === null ? undefined : JSON.stringify(value) });
    this.#rewrite();
  }

  /** Writes changes that belong together; when this returns, they outlive the process. */
  append(changes: Change[]): void {
    this.#bytes += this.#write(lineOf(changes));
    if (this.#bytes > this.#limit) this.#rewrite();
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  #rewrite(): void {
    this.close();
    mkdirSync(dirname(this.file), { recursive: true });
    const lines = [...this.present()].map((change) => lineOf([change]));
    writeFileSync(`${this.file}.new`, lines.join(''));
    renameSync(`${this.file}.new`, this.file);
    this.#handle = openSync(this.file, 'a');
    this.#bytes = 0;
    this.#limit = Math.max(smallestBytes, 2 * lines.reduce((sum, { length }) => sum + length, 0));
  }

  #write(line: string): number {
    if (this.#handle === undefined) throw new Error('the tables are closed');
    return writeSync(this.#handle, line);
  }
}

/** The texts are JSON already. */
const lineOf = (changes: Change[]): string => {
  const parts = changes.map(
    ({ section, key, text }) => `[${JSON.stringify(section)},${JSON.stringify(key)},${text ?? 'null'}]`,
  );
  return `[${parts.join(',')}]\n`;
};

const parse = (line: string): [string, string, unknown][] => {
  try {
    return JSON.parse(line);
  } catch {
    return [];
  }
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};
