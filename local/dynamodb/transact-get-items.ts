import { ServiceError } from '../protocol/service-error.ts';
import type { Engine } from './engine.ts';

interface TransactGetInput {
  TransactItems?: { Get?: object }[];
}

/** Reads up to 100 items as of one moment: the caller keeps writes out meanwhile. */
export const transactGetItems =
  ({ call }: Engine) =>
  async ({ TransactItems = [] }: TransactGetInput): Promise<object> => {
    if (TransactItems.length === 0 || TransactItems.length > 100)
      throw new ServiceError(
        'ValidationException',
        'Member must have length between 1 and 100: transactItems',
      );
    const Responses: object[] = [];
    for (const { Get } of TransactItems) {
      const { Item } = await call('GetItem', { ...Get, ConsistentRead: true });
      Responses.push(Item ? { Item } : {});
    }
    return { Responses };
  };
