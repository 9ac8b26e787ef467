import { Stream } from 'node:stream';
import { type Range, SortedItems } from './sorted-items.ts';

type Item = Record<string, unknown>;
type Callback<T = undefined> = (error: Error | null | undefined, value?: T) => void;

/** What dynalite's operations want of a part of its store. */
interface Part {
  lock(key: string, locked: (release: <F>(callback: F) => F) => void): void;
  get(key: string, callback: Callback<Item>): void;
  put(key: string, item: Item, callback: Callback): void;
  del(key: string, callback: Callback): void;
  createValueStream(range: Range): Stream;
}

/** A read sees the items as they were so many milliseconds ago. */
export interface Reading {
  lag: number;
}

/** Told of every item that is written, with what it was before. */
export type Written = (table: string, key: string, after: Item | undefined, before: Item | undefined) => void;

export interface TableDescription {
  TableName: string;
  [more: string]: unknown;
}

/** For how long, in milliseconds, a read may be late. */
export const longestLag = 5_000;

/**
 * A store for dynalite's own operations that keeps everything in memory and answers at once, because the simulation
 * makes some million calls. One that is late (`reading.lag`) is what an index or a read without ConsistentRead may be.
 */
export const createStore = (now: () => number, reading: Reading, written: Written = () => {}) => {
  const tables = new Map<string, TableDescription>();
  const parts = new Map<string, { items: SortedItems; part: Part }>();
  const undo = undoer();
  const partOf = (name: string) => {
    const known = parts.get(name);
    if (known) return known;
    const items = new SortedItems(now, longestLag);
    const made = { items, part: partOver(items, () => now() - reading.lag, written.bind(null, name), undo) };
    parts.set(name, made);
    return made;
  };
  return {
    options: { maxItemSize: 409_600 },
    getTable(
      name: string,
      checkStatus: boolean | Callback<TableDescription>,
      callback?: Callback<TableDescription>,
    ) {
      const answer = (
        typeof checkStatus === 'function' ? checkStatus : callback
      ) as Callback<TableDescription>;
      const table = tables.get(name);
      if (table) answer(null, table);
      else answer(missing(name));
    },
    getItemDb: (table: string) => partOf(table).part,
    getIndexDb: (kind: string, table: string, index: string) =>
      partOf(`${kind.toLowerCase()} ${table} ${index}`).part,
    /** Makes all of the writes of `work`, or none when it throws. */
    atomically: undo.atomically,
    addTable: (table: TableDescription) => void tables.set(table.TableName, table),
    /** Every item of a table, for whoever checks it. */
    itemsOf: (table: string): Item[] => partOf(table).items.all(),
  };
};

export type Store = ReturnType<typeof createStore>;

const partOver = (
  items: SortedItems,
  asOf: () => number,
  written: (key: string, after: Item | undefined, before: Item | undefined) => void,
  undo: ReturnType<typeof undoer>,
): Part => {
  const write = (key: string, item: Item | undefined): void => {
    const before = items.get(key);
    undo.note(() => {
      written(key, before, items.get(key));
      items.set(key, before);
    });
    written(key, item, before);
    items.set(key, item);
  };
  return {
    lock: (_key, locked) => locked((callback) => callback),
    get(key, callback) {
      const item = items.get(key, asOf());
      if (item) callback(null, item);
      else callback(Object.assign(new Error('not found'), { name: 'NotFoundError' }));
    },
    put(key, item, callback) {
      write(key, item);
      callback(null);
    },
    del(key, callback) {
      write(key, undefined);
      callback(null);
    },
    createValueStream(range) {
      const stream = new Stream();
      const found = items.range(range, asOf());
      process.nextTick(() => {
        for (const item of found) stream.emit('data', item);
        stream.emit('end');
      });
      return stream;
    },
  };
};

/** Takes writes back. */
const undoer = () => {
  let noted: (() => void)[] | undefined;
  return {
    note: (undo: () => void) => void noted?.push(undo),
    atomically: <Result>(work: () => Result): Result => {
      const outer = noted;
      const own: (() => void)[] = [];
      noted = own;
      try {
        return work();
      } catch (error) {
        for (const undo of own.reverse()) undo();
        throw error;
      } finally {
        noted = outer;
      }
    },
  };
};

const missing = (name: string) =>
  Object.assign(new Error(name), {
    statusCode: 400,
    body: {
      __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
      message: `Requested resource not found: Table: ${name} not found`,
    },
  });
