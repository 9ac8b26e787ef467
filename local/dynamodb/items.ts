import type { AttributeValue, DescribeTableOutput } from '@aws-sdk/client-dynamodb';
import type { Engine } from './engine.ts';

export type Item = Record<string, AttributeValue>;

/** The key attributes of a whole item. Throws ResourceNotFoundException for an unknown table. */
export const keyOf = ({ now }: Engine, TableName: string, item: Item): Item => {
  const { Table } = now<DescribeTableOutput>('DescribeTable', { TableName });
  const names = Table?.KeySchema?.map(({ AttributeName }) => AttributeName ?? '') ?? [];
  return Object.fromEntries(names.flatMap((name) => (item[name] ? [[name, item[name]]] : [])));
};

export const readItem = ({ now }: Engine, TableName: string, Key: Item): Item | undefined =>
  now<{ Item?: Item }>('GetItem', { TableName, Key, ConsistentRead: true }).Item;
