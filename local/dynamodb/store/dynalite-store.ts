import Stream from 'node:stream';
import type { Sections } from './sections.ts';
import type { Range } from './sorted-texts.ts';

type Done<Value = void> = (error?: unknown, value?: Value) => void;
type Operation = { type: 'put' | 'del'; key: string; value?: unknown };

/** What dynalite takes for one of its LevelDB stores. Whoever is to be called back is called before the method returns. */
class SubStore {
  constructor(
    readonly sections: Sections,
    readonly name: string,
  ) {}

  get = (key: string, done: Done<unknown>): void => {
    const text = this.sections.get(this.name, key);
    done(null, text && JSON.parse(text));
  };

  put = (key: string, value: unknown, done: Done): void => this.batch([{ type: 'put', key, value }], done);

  del = (key: string, done: Done): void => this.batch([{ type: 'del', key }], done);

  batch = (operations: Operation[], done: Done): void => {
    // A timer of dynalite may come after the end, and expects to be told.
    if (this.sections.closed) {
      done(new Error('Database is closed'));
      return;
    }
    for (const { type, key, value } of operations)
      this.sections.set(this.name, key, type === 'put' ? JSON.stringify(value) : undefined);
    done();
  };

  /** An operation is over before another begins, so that nobody has to wait for a key. */
  lock = (_key: string, task: (release: <Callback>(callback: Callback) => Callback) => void): void =>
    task((callback) => callback);

  createKeyStream = (): Stream => new Values(this.sections.keys(this.name), (key) => key);

  createValueStream = (range: Range = {}): Stream =>
    new Values(this.sections.range(this.name, range), (text) => JSON.parse(text));
}

/** Tells its values as a stream does, as soon as those who want to hear them have said so. */
class Values extends Stream {
  #stopped = false;

  constructor(texts: string[], read: (text: string) => unknown) {
    super();
    process.nextTick(() => {
      for (const text of texts) {
        if (this.#stopped) break;
        this.emit('data', read(text));
      }
      this.emit('end');
    });
  }

  destroy(): void {
    this.#stopped = true;
  }
}

export interface StoreOptions {
  /** How long a table stays CREATING, UPDATING or DELETING. */
  createTableMs: number;
  account: string;
  region: string;
}

/** dynalite's store, kept in sections. */
export const dynaliteStore = (sections: Sections, { createTableMs, account, region }: StoreOptions) => {
  const stores = new Map<string, SubStore>();
  const store = (name: string): SubStore => {
    const found = stores.get(name) ?? new SubStore(sections, name);
    stores.set(name, found);
    return found;
  };
  const drop = (name: string, done: Done): void => {
    for (const key of sections.keys(name)) sections.set(name, key, undefined);
    done();
  };
  const indexName = (type: string, table: string, index: string): string =>
    `index-${type.toLowerCase()}~${table}~${index}`;
  const tableDb = Object.assign(store('table'), { awsAccountId: account, awsRegion: region });
  return {
    options: {
      createTableMs,
      deleteTableMs: createTableMs,
      updateTableMs: createTableMs,
      maxItemSizeKb: 400,
      maxItemSize: 400 * 1024,
    },
    tableDb,
    getItemDb: (table: string) => store(`item-${table}`),
    deleteItemDb: (table: string, done: Done) => drop(`item-${table}`, done),
    getIndexDb: (type: string, table: string, index: string) => store(indexName(type, table, index)),
    deleteIndexDb: (type: string, table: string, index: string, done: Done) =>
      drop(indexName(type, table, index), done),
    getTagDb: (table: string) => store(`tag-${table}`),
    deleteTagDb: (table: string, done: Done) => drop(`tag-${table}`, done),
    /** Without `checkStatus` a table on its way in or out is found as well. */
    getTable: (name: string, ...[checkStatus, given]: [boolean | Done<unknown>, Done<unknown>?]): void => {
      const done = typeof checkStatus === 'function' ? checkStatus : (given as Done<unknown>);
      const text = sections.get('table', name);
      const table = text && JSON.parse(text);
      const onItsWay = table?.TableStatus === 'CREATING' || table?.TableStatus === 'DELETING';
      if (table && !(checkStatus && onItsWay)) done(null, table);
      else done(noSuchTable(checkStatus ? '' : `: Table: ${name} not found`));
    },
  };
};

const noSuchTable = (detail: string): Error =>
  Object.assign(new Error('no such table'), {
    name: 'NotFoundError',
    statusCode: 400,
    body: {
      __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
      message: `Requested resource not found${detail}`,
    },
  });
