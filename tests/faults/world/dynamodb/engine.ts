import { createRequire } from 'node:module';
import type { Engine } from '../../../../local/dynamodb/engine.ts';
import { ServiceError } from '../../../../local/protocol/service-error.ts';
import type { Store } from './store.ts';

type Action = (store: Store, data: object, callback: (error: Refusal | null, answer: object) => void) => void;
type Refusal = Error & { statusCode?: number; body?: { __type: string; message?: string; Message?: string } };
interface Validation {
  types: object;
  custom?: unknown;
}

const here = createRequire(import.meta.url);
const dynalite = createRequire(here.resolve('dynalite'));
const validations = dynalite('./validations') as {
  toLowerFirst(text: string): string;
  checkTypes(data: object, types: object): object;
  checkValidations(data: object, types: object, custom: unknown, store: object): void;
};

/** Calls dynalite's operations on a store in this process, with dynalite's own checks of what is asked. */
export const createEngine = (store: Store): Engine => {
  const begin = (operation: string, input: object, done: Parameters<Action>[2]): void => {
    const name = validations.toLowerFirst(operation);
    const { types, custom } = dynalite(`./validations/${name}`) as Validation;
    const data = validations.checkTypes(structuredCopy(input), types);
    validations.checkValidations(data, types, custom, store);
    (dynalite(`./actions/${name}`) as Action)(store, data, done);
  };
  return {
    call: <Output extends object>(operation: string, input: object) =>
      new Promise<Output>((resolve, reject) => {
        try {
          begin(operation, input, (error, answer) =>
            error ? reject(refusal(error)) : resolve(answer as Output),
          );
        } catch (error) {
          reject(refusal(error as Refusal));
        }
      }),
    now: <Output extends object>(operation: string, input: object) => {
      let outcome: { error: Refusal | null; answer: object } | undefined;
      try {
        begin(operation, input, (error, answer) => {
          outcome = { error, answer };
        });
      } catch (error) {
        throw refusal(error as Refusal);
      }
      if (!outcome) throw new Error(`${operation} is not over at once`);
      if (outcome.error) throw refusal(outcome.error);
      return outcome.answer as Output;
    },
    atomically: (work) => store.atomically(work),
    close: () => {},
  };
};

/** What is stored is nobody else's: dynalite keeps and changes what it is given. */
const structuredCopy = (input: object): object => JSON.parse(JSON.stringify(input));

const refusal = (error: Refusal): Error => {
  if (!error.statusCode || !error.body) return error;
  const { __type, message, Message } = error.body;
  return new ServiceError(__type.split('#').pop() ?? '', message ?? Message ?? '', error.statusCode);
};
