import { exampleRun } from '../testing/examples.ts';
import { idOf, type WaitingLine, waitingLine } from '../testing/waiting-line.ts';

let line: WaitingLine;
beforeEach(async () => {
  line = await waitingLine();
});
afterEach(() => line.tables.close());

test('who still waits is told the place once, and again when it changes', async () => {
  await line.wait(1, 'ada', 'daily');
  const second = await line.wait(2, 'ada', 'daily');
  await line.wait(3, 'ada', 'daily');
  const caps = { perPerson: 1, perReport: 1 };
  await line.moving(caps)();
  expect(line.told).toEqual([
    ['2', 1],
    ['3', 2],
  ]);
  await line.moving(caps)();
  expect(line.told).toHaveLength(2);
  await line.tables.limits.leaveLine(second);
  await line.moving(caps)();
  expect(line.told.slice(2)).toEqual([['3', 1]]);
});

test('all members of a statement are told its place', async () => {
  await line.wait(1, 'ada', 'daily');
  await line.wait(2, 'ada', 'daily', { key: 'key' });
  const joined = { owner: 'bob', runId: idOf(9) };
  await line.tables.runs.create(exampleRun(joined));
  await line.tables.statements.join(idOf(2), 'key', joined);
  await line.moving({ perPerson: 1, perReport: 1 })();
  expect(line.told.sort()).toEqual([
    ['2', 1],
    ['9', 1],
  ]);
});

test('no more are told than those near the front', async () => {
  for (let index = 1; index <= 28; index++) await line.wait(index, 'ada', 'daily');
  await line.moving({ perPerson: 1, perReport: 1 })();
  expect(line.told).toHaveLength(25);
  expect(line.told.at(-1)).toEqual(['26', 25]);
});
