import type { AttributeValue, DescribeTableOutput } from '@aws-sdk/client-dynamodb';
import type { Engine } from './engine.ts';

export type Item = Record<string, AttributeValue>;

/** The key attributes of a whole item. Throws ResourceNotFoundException for an unknown table. */
export const keyOf = async ({ call }: Engine, TableName: string, item: Item): Promise<Item> => {
  const { Table } = await call<DescribeTableOutput>('DescribeTable', { TableName });
  const names = Table?.KeySchema?.map(({ AttributeName }) => AttributeName ?? '') ?? [];
  return Object.fromEntries(names.flatMap((name) => (item[name] ? [[name, item[name]]] : [])));
};

export const readItem = async ({ call }: Engine, TableName: string, Key: Item): Promise<Item | undefined> => {
  const { Item } = await call<{ Item?: Item }>('GetItem', { TableName, Key, ConsistentRead: true });
  return Item;
};
