import { exampleStatement, noon } from '../testing/examples.ts';
import { meddling } from '../testing/meddling.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { type Entrant, Limits, placeIn } from './limits.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const entrant = (second: number, id = `id-${second}`): Entrant => ({
  id,
  owner: 'ada',
  report: 'daily',
  createdAt: new Date(noon.getTime() + second * 1000).toISOString(),
});

test('the line is in the order in which its statements were begun', async () => {
  const [first, second, third] = [entrant(1), entrant(2), entrant(10)];
  for (const each of [third, first, second]) await tables.limits.standInLine(each as Entrant);
  expect(await tables.limits.line()).toMatchObject([{ ...first }, { ...second }, { ...third }]);
});

test('two that were begun at one moment both have a place', async () => {
  await tables.limits.standInLine(entrant(1, 'a'));
  await tables.limits.standInLine(entrant(1, 'b'));
  expect((await tables.limits.line()).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('who comes again stands where they stood', async () => {
  for (const each of [entrant(1), entrant(2), entrant(1)]) await tables.limits.standInLine(each);
  expect((await tables.limits.line()).map(({ id }) => id)).toEqual(['id-1', 'id-2']);
});

test('a place holds what lets its statement in, and nothing else of it', async () => {
  const statement = exampleStatement({ key: 'secret' });
  await tables.limits.standInLine(statement);
  const [place] = await tables.limits.line();
  const { id, owner, report, createdAt } = statement;
  expect(place).toMatchObject({ id, owner, report, createdAt });
  expect(place).not.toHaveProperty('key');
});

test('who leaves the line says whether they were in it', async () => {
  await tables.limits.standInLine(entrant(1));
  await tables.limits.standInLine(entrant(2));
  expect(await tables.limits.leaveLine(entrant(1))).toBe(true);
  expect(await tables.limits.leaveLine(entrant(1))).toBe(false);
  expect((await tables.limits.line()).map(({ id }) => id)).toEqual(['id-2']);
});

test('of two who take the same one out at the same time one does', async () => {
  await tables.limits.standInLine(entrant(1));
  const left = await Promise.all([tables.limits.leaveLine(entrant(1)), tables.limits.leaveLine(entrant(1))]);
  expect(left.sort()).toEqual([false, true]);
});

test('neither slots nor budgets stand in line', async () => {
  await tables.statements.create(exampleStatement());
  await tables.limits.take(exampleStatement());
  await tables.limits.release(exampleStatement(), noon);
  expect(await tables.limits.line()).toEqual([]);
});

test.each<[string, (limits: Limits) => Promise<unknown>]>([
  ['the line', (limits) => limits.line()],
  ['what was spent', (limits) => limits.spent('analysts', noon)],
])('reads %s as written a moment ago', async (_case, read) => {
  const asked: unknown[] = [];
  const db = meddling(tables.db, (command, send) => {
    asked.push(command.input);
    return send();
  });
  const chance = { wait: async () => undefined, random: () => 0 };
  const caps = { perPerson: 1, perReport: 1 };
  await read(new Limits({ db, table: 'limits', statementsTable: 'statements', caps, ...chance }));
  expect(asked).toEqual([expect.objectContaining({ ConsistentRead: true })]);
});

test.each([
  ['first', 0, 1],
  ['behind somebody with another report', 1, 1],
  ['behind one of their own', 2, 2],
  ['behind one of the same report', 3, 2],
  ['behind both', 4, 4],
])('who stands %s waits for so many', (_case, at, place) => {
  const of = (owner: string, report: string) => ({ ...entrant(0), owner, report });
  const line = [
    of('ada', 'daily'),
    of('bob', 'weekly'),
    of('ada', 'monthly'),
    of('bob', 'yearly'),
    of('ada', 'weekly'),
  ];
  expect(placeIn(line, at)).toBe(place);
});
