import { exampleRun } from '../testing/examples.ts';
import { idOf, type WaitingLine, waitingLine } from '../testing/waiting-line.ts';

let line: WaitingLine;
beforeEach(async () => {
  line = await waitingLine();
});
afterEach(() => line.tables.close());

const caps = { perPerson: 1, perReport: 1 };
const later = (seconds: number) => {
  line.clock.now = new Date(line.clock.now.getTime() + seconds * 1000);
};

test('who still waits is told the place once, and again when it changes', async () => {
  await line.wait(1, 'ada', 'daily');
  const second = await line.wait(2, 'ada', 'daily');
  await line.wait(3, 'ada', 'daily');
  await line.moving(caps)();
  expect(line.told).toEqual([
    ['2', 1],
    ['3', 2],
  ]);
  later(10);
  await line.moving(caps)();
  expect(line.told).toHaveLength(2);
  await line.tables.line.leave(second);
  later(10);
  await line.moving(caps)();
  expect(line.told.slice(2)).toEqual([['3', 1]]);
});

test('nobody is told again within ten seconds, however fast the line moves', async () => {
  await line.wait(1, 'ada', 'daily');
  const second = await line.wait(2, 'ada', 'daily');
  await line.wait(3, 'ada', 'daily');
  await line.moving(caps)();
  await line.tables.line.leave(second);
  later(9.999);
  await line.moving(caps)();
  expect(line.told).toHaveLength(2);
  later(0.001);
  await line.moving(caps)();
  expect(line.told.slice(2)).toEqual([['3', 1]]);
});

test('two who move the line at the same time tell each place once', async () => {
  for (const index of [1, 2, 3]) await line.wait(index, 'ada', 'daily');
  await Promise.all([line.moving(caps)(), line.moving(caps)()]);
  expect(line.told.map(([id]) => id).sort()).toEqual(['2', '3']);
});

test('those behind in the line of the person are told as well as those in that of the report', async () => {
  await line.wait(1, 'ada', 'daily');
  await line.wait(2, 'bob', 'daily');
  await line.wait(3, 'ada', 'weekly');
  await line.wait(4, 'bob', 'weekly');
  await line.moving(caps)();
  expect(line.told).toEqual([
    ['2', 1],
    ['3', 1],
  ]);
});

test('all members of a statement are told its place', async () => {
  await line.wait(1, 'ada', 'daily');
  await line.wait(2, 'ada', 'daily', { key: 'key' });
  const joined = { owner: 'bob', runId: idOf(9) };
  await line.tables.runs.create(exampleRun(joined));
  await line.tables.statements.join(idOf(2), 'key', joined);
  await line.moving(caps)();
  expect(line.told.sort()).toEqual([
    ['2', 1],
    ['9', 1],
  ]);
});

test('no more are told than those near the front', async () => {
  for (let index = 1; index <= 13; index++) await line.wait(index, 'ada', 'daily');
  await line.moving(caps)();
  expect(line.told).toHaveLength(10);
  expect(line.told.at(-1)).toEqual(['11', 10]);
});
