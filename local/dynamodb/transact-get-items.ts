import { ServiceError } from '../protocol/service-error.ts';
import type { Engine } from './engine.ts';

interface TransactGetInput {
  TransactItems?: { Get?: object }[];
}

/** Reads up to 100 items as of one moment. */
export const transactGetItems =
  ({ now }: Engine) =>
  ({ TransactItems = [] }: TransactGetInput): object => {
    if (TransactItems.length === 0 || TransactItems.length > 100)
      throw new ServiceError(
        'ValidationException',
        'Member must have length between 1 and 100: transactItems',
      );
    const Responses = TransactItems.map(({ Get }) => {
      const { Item } = now('GetItem', { ...Get, ConsistentRead: true });
      return Item ? { Item } : {};
    });
    return { Responses };
  };
