import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { exampleStatement, noon } from '../testing/examples.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import type { Caps } from './limits.ts';
import type { StatementRecord } from './statement-record.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

let made = 0;
const statement = async (change: Partial<StatementRecord> = {}): Promise<StatementRecord> => {
  made += 1;
  const id = `7d9f2b34-6a0e-4c51-9c1d-${String(made).padStart(12, '0')}`;
  const record = exampleStatement({ id, owner: 'ada', report: 'daily', ...change });
  await tables.statements.create(record);
  return record;
};

const holders = async (limit: string): Promise<string[]> => {
  const Key = { limit, entry: 'slots' };
  const { Item } = await tables.db.send(new GetCommand({ TableName: 'limits', Key }));
  return [...((Item?.holders as Set<string> | undefined) ?? [])].sort();
};

test('a statement takes a slot of its person and one of its report', async () => {
  const { id } = await statement();
  expect(await tables.limits.take(exampleStatement({ id, owner: 'ada', report: 'daily' }))).toBe('taken');
  expect([await holders('person:ada'), await holders('report:daily')]).toEqual([[id], [id]]);
});

test('a statement that has its slots is not taken back', async () => {
  const record = await statement();
  const [leader] = record.members;
  await tables.limits.take(record);
  expect(leader && (await tables.statements.retract(record.id, leader))).toBe(false);
  expect(await tables.statements.get(record.id)).toEqual({ ...record, admitted: true });
});

test.each<[string, Caps, Partial<StatementRecord>, string]>([
  ['its person', { perPerson: 1, perReport: 9 }, { report: 'weekly' }, 'person'],
  ['its report', { perPerson: 9, perReport: 1 }, { owner: 'bob' }, 'report'],
  ['both', { perPerson: 1, perReport: 1 }, {}, 'person'],
])('it takes none when those of %s are all taken', async (_case, caps, change, admission) => {
  const limits = tables.limitsWith(caps);
  const first = await statement();
  await limits.take(first);
  const second = await statement(change);
  expect(await limits.take(second)).toBe(admission);
  for (const limit of [`person:${second.owner}`, `report:${second.report}`])
    expect(await holders(limit)).not.toContain(second.id);
});

test.each<[string, Caps, Partial<StatementRecord>]>([
  ['person', { perPerson: 1, perReport: 9 }, { owner: 'bob' }],
  ['report', { perPerson: 9, perReport: 1 }, { report: 'weekly' }],
])('the slots of one %s are not those of another', async (_case, caps, change) => {
  const limits = tables.limitsWith(caps);
  await limits.take(await statement());
  expect(await limits.take(await statement(change))).toBe('taken');
});

test('who has them keeps them, though all are taken', async () => {
  const limits = tables.limitsWith({ perPerson: 1, perReport: 1 });
  const holder = await statement();
  await limits.take(holder);
  expect(await limits.take(holder)).toBe('taken');
  expect(await holders('person:ada')).toEqual([holder.id]);
});

test.each<[string, Caps]>([
  ['person', { perPerson: 3, perReport: 99 }],
  ['report', { perPerson: 99, perReport: 3 }],
])('of those who ask at the same time a %s lets in as many as it has slots', async (kind, caps) => {
  const limits = tables.limitsWith(caps);
  const those = await Promise.all(Array.from({ length: 8 }, () => statement()));
  const admissions = await Promise.all(those.map((record) => limits.take(record)));
  expect(admissions.filter((admission) => admission === 'taken')).toHaveLength(3);
  expect(await holders(kind === 'person' ? 'person:ada' : 'report:daily')).toHaveLength(3);
});

test.each(['running', 'abandoned', 'succeeded', 'failed', 'cancelled'] as const)(
  'slots are not for a statement that is %s',
  async (status) => {
    expect(await tables.limits.take(await statement({ status }))).toBe('gone');
    expect([await holders('person:ada'), await holders('report:daily')]).toEqual([[], []]);
  },
);

test('nor for one that does not exist', async () => {
  expect(await tables.limits.take(exampleStatement())).toBe('gone');
});

test('who is let in from the line gives up the place there', async () => {
  const record = await statement();
  await tables.line.stand(record, noon);
  expect(await tables.limits.take(record, { fromLine: true })).toBe('taken');
  expect(await tables.inLine()).toEqual([]);
});

test('nobody who is not in line is let in from it', async () => {
  const record = await statement();
  expect(await tables.limits.take(record, { fromLine: true })).toBe('gone');
  expect(await holders('person:ada')).toEqual([]);
});

test('who is not let in stays in line', async () => {
  const limits = tables.limitsWith({ perPerson: 1, perReport: 9 });
  await limits.take(await statement());
  const record = await statement();
  await tables.line.stand(record, noon);
  expect(await limits.take(record, { fromLine: true })).toBe('person');
  expect(await tables.inLine()).toHaveLength(1);
});

test('two who move the line at the same time let nobody in twice', async () => {
  const record = await statement({ createdAt: noon.toISOString() });
  await tables.line.stand(record, noon);
  const take = () => tables.limits.take(record, { fromLine: true });
  expect((await Promise.all([take(), take()])).sort()).toEqual(['gone', 'taken']);
});
