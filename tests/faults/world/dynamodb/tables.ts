import { conditionalWrite } from '../../../../local/dynamodb/conditional-write.ts';
import { type TableProperties, tableShape } from '../../../../local/dynamodb/create-table.ts';
import type { Engine } from '../../../../local/dynamodb/engine.ts';
import { transactGetItems } from '../../../../local/dynamodb/transact-get-items.ts';
import { transactWriteItems } from '../../../../local/dynamodb/transact-write-items.ts';
import { awsJson, type JsonOperation } from '../../../../local/protocol/aws-json.ts';
import type { CallerIdentity, Clock, Service } from '../../../../local/service.ts';
import { createEngine } from './engine.ts';
import { createStore, longestLag, type TableDescription, type Written } from './store.ts';

// biome-ignore lint/suspicious/noExplicitAny: items are whatever the application wrote
type Item = Record<string, any>;

export interface Tables extends Service {
  /** For how many milliseconds the operation that is carried out next has been on its way. */
  underWay: number;
  operations: Record<string, JsonOperation>;
  create(properties: TableProperties): void;
  /** Every item of a table, as plain values. */
  itemsOf(table: string): Item[];
  /** Calls back with every item of a table as it is written, and as it was before. */
  watch(table: string, listener: Listener): void;
}

type Listener = (after: Item | undefined, before: Item | undefined) => void;

export interface TablesDeps {
  clock: Clock;
  /** How late the next read of an index or without ConsistentRead is: from 0 to 1 of the longest lag. */
  lateness(): number;
  /** Numbers of 0 to 1. */
  random(): number;
}

const passedOn = ['BatchWriteItem', 'DescribeTable'];

/** The local stack's DynamoDB over tables that live in this process and whose eventual reads may be late. */
export const createTables = ({ clock, lateness, random }: TablesDeps): Tables => {
  const reading = { lag: 0 };
  const request = { underWay: 0 };
  const { written, listen, tell } = changeTeller();
  const store = createStore(() => clock.now().getTime(), reading, written);
  const engine = createEngine(store);
  const read =
    (operation: string) =>
    async (input: { ConsistentRead?: boolean }): Promise<object> => {
      reading.lag = input.ConsistentRead ? 0 : Math.round(lateness() * longestLag);
      try {
        return await engine.call(operation, input);
      } finally {
        reading.lag = 0;
      }
    };
  const all: Record<string, JsonOperation> = {
    ...Object.fromEntries(passedOn.map((name) => [name, (input: object) => engine.call(name, input)])),
    ...Object.fromEntries(['GetItem', 'Query', 'Scan'].map((name) => [name, read(name)])),
    BatchGetItem: batchGetItem(engine, reading, () => request.underWay * random()),
    PutItem: conditionalWrite(engine, 'PutItem'),
    UpdateItem: conditionalWrite(engine, 'UpdateItem'),
    DeleteItem: conditionalWrite(engine, 'DeleteItem'),
    TransactWriteItems: transactWriteItems(engine, clock),
    TransactGetItems: transactGetItems(engine),
  };
  const operations = Object.fromEntries(
    Object.entries(all).map(([name, run]) => [
      name,
      async (input: never, caller: CallerIdentity) => {
        try {
          return await run(input, caller);
        } finally {
          tell();
        }
      },
    ]),
  );
  return {
    name: 'dynamodb',
    handle: awsJson({ version: '1.0', operations }),
    operations,
    set underWay(milliseconds: number) {
      request.underWay = milliseconds;
    },
    create: ({ TimeToLiveSpecification: _expiry, ...properties }) =>
      store.addTable({ ...tableShape(properties), TableStatus: 'ACTIVE' } as unknown as TableDescription),
    itemsOf: (table) => store.itemsOf(table).map((item) => plainItem(item) as Item),
    watch: listen,
  };
};

interface BatchGet {
  RequestItems: Record<string, { Keys: object[]; ConsistentRead?: boolean }>;
}

/** The items of a batch are read one by one, each at some moment between the request and its answer. */
const batchGetItem =
  (engine: Engine, reading: { lag: number }, lag: () => number) =>
  async ({ RequestItems }: BatchGet): Promise<object> => {
    const Responses: Record<string, object[]> = {};
    for (const [table, { Keys, ...how }] of Object.entries(RequestItems)) {
      Responses[table] = [];
      for (const Key of Keys) {
        reading.lag = lag();
        const { Responses: found } = await engine.call<{ Responses: Record<string, object[]> }>(
          'BatchGetItem',
          {
            RequestItems: { [table]: { Keys: [Key], ...how } },
          },
        );
        Responses[table].push(...(found[table] ?? []));
      }
    }
    reading.lag = 0;
    return { Responses, UnprocessedKeys: {} };
  };

/** Tells what an operation changed when it is done: a transaction that fails on the way has changed nothing. */
const changeTeller = () => {
  const listeners = new Map<string, Listener>();
  const changed = new Map<string, { table: string; after: Item | undefined; before: Item | undefined }>();
  const written: Written = (table, key, after, before) => {
    if (!listeners.has(table)) return;
    const first = changed.get(`${table} ${key}`);
    changed.set(`${table} ${key}`, { table, after, before: first ? first.before : before });
  };
  return {
    written,
    listen: (table: string, listener: Listener) => void listeners.set(table, listener),
    tell: () => {
      for (const { table, after, before } of changed.values())
        if (JSON.stringify(after) !== JSON.stringify(before))
          listeners.get(table)?.(plainItem(after), plainItem(before));
      changed.clear();
    },
  };
};

const plainItem = (item: Item | undefined): Item | undefined => item && (plain({ M: item }) as Item);

/** A value of DynamoDB's as JavaScript has it; a set is a sorted list. */
const plain = (value: Item): unknown => {
  const [type = '', content] = Object.entries(value)[0] ?? [];
  if (type === 'M')
    return Object.fromEntries(Object.entries(content as Item).map(([name, one]) => [name, plain(one)]));
  if (type === 'L') return (content as Item[]).map(plain);
  if (type === 'N') return Number(content);
  if (type === 'NULL') return null;
  return type === 'SS' ? [...content].sort() : content;
};
