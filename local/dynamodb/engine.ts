import { createRequire } from 'node:module';
import { ServiceError } from '../protocol/service-error.ts';
import { dynaliteStore, type StoreOptions } from './store/dynalite-store.ts';
import { Sections } from './store/sections.ts';

export interface EngineOptions extends StoreOptions {
  /** What the tables are kept in. Two processes cannot share it. */
  file: string;
}

/** dynalite in the process: it checks a request, evaluates its expressions and keeps the indexes. */
export interface Engine {
  /** Calls one operation. Throws its refusals as {@link ServiceError}. */
  call<Output extends object = Record<string, unknown>>(operation: string, input: object): Promise<Output>;
  /** Calls an operation on one item, or DescribeTable: it is done when this returns. Throws as `call`. */
  now<Output extends object = Record<string, unknown>>(operation: string, input: object): Output;
  /** Makes all of the writes of `work`, or none when it throws. Nothing comes between them. */
  atomically<Result>(work: () => Result): Result;
  close(): void;
}

type Done = (error: Refusal | null | undefined, data: object) => void;
type Action = (store: object, data: object, done: Done) => void;
interface Validation {
  types: object;
  custom?: unknown;
}
interface Refusal extends Error {
  statusCode?: number;
  body?: { __type?: string; message?: string; Message?: string };
}

const require = createRequire(import.meta.url);
const { checkTypes, checkValidations } = require('dynalite/validations');

/** dynalite's module of an operation, resolved once: a loader makes that expensive. */
const modulesOf = <Module>(folder: string): ((operation: string) => Module) => {
  const known = new Map<string, Module>();
  return (operation) => {
    const name = operation[0]?.toLowerCase() + operation.slice(1);
    const module: Module = known.get(operation) ?? require(`dynalite/${folder}/${name}`);
    known.set(operation, module);
    return module;
  };
};
const actionOf = modulesOf<Action>('actions');
const validationOf = modulesOf<Validation>('validations');

export const openEngine = ({ file, ...options }: EngineOptions): Engine => {
  const sections = new Sections(file);
  const store = dynaliteStore(sections, options);
  const begin = (operation: string, input: object, done: Done): void => {
    const { types, custom } = validationOf(operation);
    const data = checkTypes({ ...input }, types);
    checkValidations(data, types, custom, store);
    sections.atomically(() => actionOf(operation)(store, data, done));
  };
  return {
    call: (operation, input) =>
      new Promise((resolve, reject) => {
        const done: Done = (error, data) => (error ? reject(asServiceError(error)) : resolve(data as never));
        try {
          begin(operation, input, done);
        } catch (error) {
          reject(asServiceError(error as Refusal));
        }
      }),
    now: <Output extends object>(operation: string, input: object) => {
      let answer: { error?: Refusal | null; data: object } | undefined;
      try {
        begin(operation, input, (error, data) => {
          answer = { error, data };
        });
      } catch (error) {
        throw asServiceError(error as Refusal);
      }
      if (!answer) throw new Error(`${operation} is not over at once`);
      if (answer.error) throw asServiceError(answer.error);
      return answer.data as Output;
    },
    atomically: (work) => sections.atomically(work),
    close: () => sections.close(),
  };
};

const asServiceError = (error: Refusal): Error => {
  if (!error.statusCode || !error.body) return error;
  const { __type, message, Message } = error.body;
  return new ServiceError(__type?.split('#').pop() ?? '', message ?? Message ?? '', error.statusCode);
};
