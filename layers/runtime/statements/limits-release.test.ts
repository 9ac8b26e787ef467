import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { exampleStatement, noon } from '../testing/examples.ts';
import { conflict, meddling, refusal } from '../testing/meddling.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { transacting } from '../transaction.ts';
import { Limits } from './limits.ts';
import type { StatementRecord } from './statement-record.ts';

const caps = { perPerson: 1, perReport: 1 };
const after = (seconds: number): string => new Date(noon.getTime() + seconds * 1000).toISOString();
const first = exampleStatement({ startedAt: after(0), endedAt: after(90) });
const second = exampleStatement({ id: '8a0d7f37-0000-4000-8000-000000000001' });
let tables: TestTables;
let limits: Limits;
beforeEach(async () => {
  tables = await testTables();
  limits = tables.limitsWith(caps);
  await tables.statements.create(exampleStatement());
  await tables.statements.create(second);
  await limits.take(first);
});
afterEach(() => tables.close());

const spent = (budget = 'analysts', now = noon): Promise<number> => limits.spent(budget, now);

test('the end of a statement frees its slots and charges its time', async () => {
  expect(await limits.take(second)).toBe('person');
  await limits.release(first, noon);
  expect(await limits.take(second)).toBe('taken');
  expect(await spent()).toBe(90);
  expect(await tables.statements.get(first.id)).toMatchObject({ released: true });
});

test('both happen once, however often and at the same time it is done', async () => {
  await Promise.all([limits.release(first, noon), limits.release(first, noon)]);
  await limits.take(second);
  await limits.release(first, noon);
  expect(await limits.take(second)).toBe('taken');
  expect(await spent()).toBe(90);
});

test('it frees nobody else’s slots', async () => {
  await limits.release(second, noon);
  expect(await limits.take(second)).toBe('person');
});

test('a statement that does not exist charges nothing and is not made', async () => {
  const id = '8a0d7f37-0000-4000-8000-000000000002';
  await limits.release({ ...first, id }, noon);
  expect(await spent()).toBe(0);
  expect(await tables.statements.get(id)).toBeUndefined();
});

test.each<[string, Partial<StatementRecord>]>([
  ['was never sent', { startedAt: undefined }],
  ['has not ended', { endedAt: undefined }],
  ['ended before it began, as two clocks may say', { endedAt: after(-5) }],
])('a statement that %s costs nothing', async (_case, change) => {
  await limits.release({ ...first, ...change }, noon);
  expect(await spent()).toBe(0);
  expect(await limits.take(second)).toBe('taken');
});

test('a budget adds up what was charged to it on one day in UTC', async () => {
  await limits.release(first, noon);
  await limits.release({ ...second, startedAt: after(0), endedAt: after(0.5) }, noon);
  expect(await spent()).toBe(90.5);
  expect(await spent('finance')).toBe(0);
  expect(await spent('analysts', new Date('2015-12-01T23:59:59.999Z'))).toBe(90.5);
  expect(await spent('analysts', new Date('2015-12-02T00:00:00.000Z'))).toBe(0);
});

test('what was spent is read as written a moment ago', async () => {
  const asked: unknown[] = [];
  const db = meddling(tables.db, (command, send) => {
    asked.push(command.input);
    return send();
  });
  const transact = async () => [];
  await new Limits({ db, table: 'limits', statementsTable: 'statements', caps, transact }).spent('a', noon);
  expect(asked).toEqual([expect.objectContaining({ ConsistentRead: true })]);
});

describe('when DynamoDB refuses the transaction', () => {
  const waits: number[] = [];
  const refusing = (error: Error, times: number): Limits => {
    let left = times;
    waits.length = 0;
    const db = meddling(tables.db, (command, send) => {
      if (!(command instanceof TransactWriteCommand) || left === 0) return send();
      left -= 1;
      return Promise.reject(error);
    });
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    const transact = transacting({ db, wait, random: () => 0.5 });
    return new Limits({ db, table: 'limits', statementsTable: 'statements', caps, transact });
  };

  test('because of another one, it is tried again, later each time', async () => {
    await refusing(conflict(), 3).release(first, noon);
    expect(await spent()).toBe(90);
    expect(waits).toEqual([7.5, 15, 22.5]);
  });

  test('because of others again and again, it is given up', async () => {
    const always = refusing(conflict(), Number.POSITIVE_INFINITY);
    await expect(always.take(second)).rejects.toMatchObject({ name: 'Unavailable' });
  });

  test('for any other reason, that is for the caller', async () => {
    const busy = refusing(refusal('ThrottlingException'), 1);
    await expect(busy.take(second)).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(waits).toEqual([]);
  });
});
