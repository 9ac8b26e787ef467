import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { exampleStatement, noon } from '../testing/examples.ts';
import { meddling } from '../testing/meddling.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { transacting } from '../transaction.ts';
import { type Entrant, Line, personOf, reportOf, type Waiting } from './line.ts';

let tables: TestTables;
let line: Line;
beforeEach(async () => {
  tables = await testTables();
  line = tables.line;
});
afterEach(() => tables.close());

const after = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);
const entrant = (second: number, id = `id-${second}`, owner = 'ada', report = 'daily'): Entrant => ({
  id,
  owner,
  report,
  createdAt: after(second).toISOString(),
});
const all = async (limit: string): Promise<Waiting[]> => {
  const found: Waiting[] = [];
  for await (const each of line.of(limit)) found.push(each);
  return found;
};
const ids = async (limit = reportOf('daily')) => (await all(limit)).map(({ id }) => id);

test('the line is in the order in which its statements were begun', async () => {
  for (const second of [10, 1, 2]) await line.stand(entrant(second), noon);
  expect(await ids()).toEqual(['id-1', 'id-2', 'id-10']);
});

test('a statement stands in the line of its person and in that of its report, and in no other', async () => {
  await line.stand(entrant(1, 'a', 'ada', 'daily'), noon);
  await line.stand(entrant(2, 'b', 'bob', 'daily'), noon);
  await line.stand(entrant(3, 'c', 'ada', 'weekly'), noon);
  expect(await ids(personOf('ada'))).toEqual(['a', 'c']);
  expect(await ids(reportOf('daily'))).toEqual(['a', 'b']);
  expect(
    await Promise.all([personOf('ada'), reportOf('weekly'), personOf('eve')].map((of) => line.length(of))),
  ).toEqual([2, 1, 0]);
});

test('two that were begun at one moment both have a place', async () => {
  await line.stand(entrant(1, 'a'), noon);
  await line.stand(entrant(1, 'b'), noon);
  expect(await ids()).toEqual(['a', 'b']);
});

test('who comes again stands where they stood', async () => {
  for (const each of [entrant(1), entrant(2), entrant(1)]) await line.stand(each, noon);
  expect(await ids()).toEqual(['id-1', 'id-2']);
});

test('a place holds what lets its statement in, and nothing else of it', async () => {
  const statement = exampleStatement({ key: 'secret' });
  await line.stand(statement, noon);
  const [place] = await all(reportOf(statement.report));
  const { id, owner, report, createdAt } = statement;
  expect(place).toMatchObject({ id, owner, report, createdAt, toldAt: noon.toISOString() });
  expect(place).not.toHaveProperty('key');
});

test('who leaves the line says whether they were in it', async () => {
  await line.stand(entrant(1), noon);
  await line.stand(entrant(2), noon);
  expect([await line.leave(entrant(1)), await line.leave(entrant(1))]).toEqual([true, false]);
  expect(await tables.inLine()).toEqual(['id-2']);
});

test('of two who take the same one out at the same time one does', async () => {
  await line.stand(entrant(1), noon);
  const left = await Promise.all([line.leave(entrant(1)), line.leave(entrant(1))]);
  expect(left.sort()).toEqual([false, true]);
});

test('neither slots nor budgets stand in line', async () => {
  const statement = exampleStatement();
  await tables.statements.create(statement);
  await tables.limits.take(statement);
  await tables.limits.release(statement, noon);
  expect([await ids(personOf(statement.owner)), await ids(reportOf(statement.report))]).toEqual([[], []]);
});

test('a line of any length is read page by page, as far as it is asked for', async () => {
  for (let second = 1; second <= 60; second++) await line.stand(entrant(second), noon);
  let pages = 0;
  const db = meddling(tables.db, (command, send) => {
    if (command instanceof QueryCommand) pages += 1;
    return send();
  });
  const read = new Line({
    db,
    table: 'limits',
    transact: transacting({ db, wait: async () => {}, random: () => 0 }),
  });
  const found: string[] = [];
  for await (const { id } of read.of(reportOf('daily'))) if (found.push(id) === 30) break;
  expect([found.at(-1), pages]).toEqual(['id-30', 2]);
  expect(await ids()).toHaveLength(60);
});

test('what was told is noted by one of those who would tell it', async () => {
  await line.stand(entrant(1), noon);
  const [waiting] = await all(reportOf('daily'));
  const told = await Promise.all([
    line.tell(waiting as Waiting, after(5)),
    line.tell(waiting as Waiting, after(5)),
  ]);
  expect(told.sort()).toEqual([false, true]);
  for (const limit of [reportOf('daily'), personOf('ada')])
    expect(await all(limit)).toMatchObject([{ toldAt: after(5).toISOString() }]);
});

test('nobody is told a place who has left the line', async () => {
  await line.stand(entrant(1), noon);
  const [waiting] = await all(reportOf('daily'));
  await line.leave(entrant(1));
  expect(await line.tell(waiting as Waiting, after(5))).toBe(false);
  expect(await tables.inLine()).toEqual([]);
});

test.each([
  ['first', 1, 1],
  ['behind somebody with another report', 2, 1],
  ['behind one of their own', 3, 2],
  ['behind one of the same report', 4, 2],
  ['behind both', 5, 4],
])('who stands %s waits for so many', async (_case, second, place) => {
  const standing = [
    entrant(1, 'a', 'ada', 'daily'),
    entrant(2, 'b', 'bob', 'weekly'),
    entrant(3, 'c', 'ada', 'monthly'),
    entrant(4, 'd', 'bob', 'yearly'),
    entrant(5, 'e', 'ada', 'weekly'),
    entrant(6, 'f', 'ada', 'weekly'),
  ];
  for (const each of standing) await line.stand(each, noon);
  expect(await line.placeOf(standing[second - 1] as Entrant)).toBe(place);
});

test('who is not in line has no place', async () => {
  await line.stand(entrant(1), noon);
  expect(await line.placeOf(entrant(2))).toBeUndefined();
});

test.each<[string, (read: Line) => Promise<unknown>]>([
  ['the line', (read) => read.of(personOf('ada')).next()],
  ['its length', (read) => read.length(personOf('ada'))],
  ['a place', (read) => read.placeOf(entrant(1))],
])('reads %s as written a moment ago', async (_case, read) => {
  const asked: unknown[] = [];
  const db = meddling(tables.db, (command, send) => {
    asked.push(command.input);
    return send();
  });
  await read(new Line({ db, table: 'limits', transact: async () => [] }));
  expect(asked.length).toBeGreaterThan(0);
  for (const input of asked) expect(input).toMatchObject({ ConsistentRead: true });
});
