import { ServiceError } from '../protocol/service-error.ts';
import type { Engine } from './engine.ts';
import { type Item, keyOf, readItem } from './items.ts';

export interface ConditionalInput {
  TableName: string;
  Key?: Item;
  Item?: Item;
  ReturnValuesOnConditionCheckFailure?: string;
}

/** PutItem, UpdateItem or DeleteItem, with the item that failed the condition in the refusal when it was asked for. */
export const conditionalWrite =
  (engine: Engine, operation: 'PutItem' | 'UpdateItem' | 'DeleteItem') =>
  ({ ReturnValuesOnConditionCheckFailure, ...input }: ConditionalInput): object => {
    try {
      return engine.now(operation, input);
    } catch (error) {
      if (ReturnValuesOnConditionCheckFailure !== 'ALL_OLD' || !isConditionFailure(error)) throw error;
      const { TableName, Key, Item } = input;
      const found = readItem(engine, TableName, Key ?? keyOf(engine, TableName, Item ?? {}));
      throw new ServiceError(error.name, error.message, error.status, found ? { Item: found } : {});
    }
  };

export const isConditionFailure = (error: unknown): error is ServiceError =>
  error instanceof ServiceError && error.name === 'ConditionalCheckFailedException';
