import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { notEmulated, ServiceError } from '../protocol/service-error.ts';
import type { Clock } from '../service.ts';

export type ParameterType = 'String' | 'StringList';

/** A parameter at its newest version; earlier versions are not kept. */
export interface Parameter {
  name: string;
  type: ParameterType;
  value: string;
  description?: string;
  version: number;
  /** Milliseconds since 1970. */
  modifiedAt: number;
  /** ARN of who wrote it. */
  modifiedBy: string;
}

export type NewParameter = Pick<Parameter, 'name' | 'value' | 'description'> & { type: string };

/** What a Standard parameter holds at most (AWS Systems Manager User Guide, "Managing parameter tiers"). */
const maximumBytes = 4096;

/** All parameters, kept in one file. */
export class Parameters {
  readonly #parameters: Map<string, Parameter>;

  constructor(
    readonly file: string,
    readonly clock: Clock,
  ) {
    this.#parameters = new Map(readFile(file).map((parameter) => [parameter.name, parameter]));
  }

  find(name: string): Parameter | undefined {
    return this.#parameters.get(name);
  }

  /** Throws ParameterNotFound. */
  get(name: string): Parameter {
    const found = this.find(name);
    if (!found) throw new ServiceError('ParameterNotFound', `Parameter ${name} not found.`);
    return found;
  }

  /** In the order of their names. */
  all(): Parameter[] {
    return [...this.#parameters.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Writes the next version. Throws ValidationException, or `not emulated` for a SecureString. */
  put({ name, type, value, description }: NewParameter, modifiedBy: string): Parameter {
    if (!/^[a-zA-Z0-9_.\-/]+$/.test(name) || name.includes('//') || name.endsWith('/'))
      throw new ServiceError('ValidationException', `Parameter name ${JSON.stringify(name)} is not valid.`);
    if (value === '' || Buffer.byteLength(value) > maximumBytes)
      throw new ServiceError('ValidationException', `A parameter holds 1 to ${maximumBytes} bytes: ${name}`);
    if (type !== 'String' && type !== 'StringList') throw notEmulated(`SSM parameter type ${type}`);
    const version = (this.find(name)?.version ?? 0) + 1;
    const modifiedAt = this.clock.now().getTime();
    const parameter = { name, type, value, description, version, modifiedAt, modifiedBy } as const;
    this.#parameters.set(name, parameter);
    this.#save();
    return parameter;
  }

  delete(name: string): boolean {
    const existed = this.#parameters.delete(name);
    if (existed) this.#save();
    return existed;
  }

  #save(): void {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(this.all(), null, 2));
    renameSync(`${this.file}.new`, this.file);
  }
}

const readFile = (file: string): Parameter[] => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
