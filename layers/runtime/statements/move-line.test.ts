import type { RunRecord } from '../run-record.ts';
import { exampleStatement, noon } from '../testing/examples.ts';
import { idOf, numberOf, type WaitingLine, waitingLine } from '../testing/waiting-line.ts';
import type { Caps, Limits } from './limits.ts';

let line: WaitingLine;
beforeEach(async () => {
  line = await waitingLine();
});
afterEach(() => line.tables.close());

test('all who may go begin, in their order', async () => {
  for (const index of [2, 1, 3]) await line.wait(index, `person-${index}`, 'daily');
  await line.moving({ perPerson: 1, perReport: 9 })();
  expect(line.launched).toEqual(['1', '2', '3']);
  expect(await line.left()).toEqual([]);
});

test('who waits for a slot of their own does not hold up those behind', async () => {
  await line.wait(1, 'ada', 'daily');
  await line.wait(2, 'ada', 'daily');
  await line.wait(3, 'bob', 'daily');
  await line.moving({ perPerson: 1, perReport: 9 })();
  expect(line.launched).toEqual(['1', '3']);
  expect(await line.left()).toEqual(['2']);
});

test('who waits for a slot of their report does not hold up those behind', async () => {
  await line.wait(1, 'ada', 'daily');
  await line.wait(2, 'ada', 'daily');
  await line.wait(3, 'ada', 'weekly');
  await line.moving({ perPerson: 9, perReport: 1 })();
  expect(line.launched).toEqual(['1', '3']);
  expect(await line.left()).toEqual(['2']);
});

test.each<[string, Caps, [string, string]]>([
  ['person', { perPerson: 1, perReport: 9 }, ['ada', 'weekly']],
  ['report', { perPerson: 9, perReport: 1 }, ['bob', 'daily']],
])(
  'nobody overtakes who waits for the same %s, though a slot is freed meanwhile',
  async (_kind, caps, of) => {
    const [owner, report] = of;
    const first = await line.wait(1, 'ada', 'daily');
    await line.wait(2, owner, report);
    await line.wait(3, owner, report);
    const freeing = (limits: Limits) => ({
      limits: Object.assign(Object.create(limits) as Limits, {
        take: async (...entrant: Parameters<Limits['take']>) => {
          const admission = await limits.take(...entrant);
          if (admission !== 'taken') await limits.release(first, noon);
          return admission;
        },
      }),
    });
    await line.moving(caps, freeing)();
    expect(line.launched).toEqual(['1']);
    expect(await line.left()).toEqual(['2', '3']);
  },
);

test.each([
  ['person', 'ada', ['ada', 'weekly']],
  ['report', 'bob', ['bob', 'daily']],
])('those begin who wait for the same %s, and nobody else is looked at', async (_kind, owner, of) => {
  const [first = '', report = ''] = of;
  await line.wait(1, 'cyd', 'monthly');
  await line.wait(2, first, report);
  await line.moving({ perPerson: 9, perReport: 9 })({
    owner: owner === 'ada' ? 'ada' : 'eve',
    report: 'daily',
  });
  expect(line.launched).toEqual(['2']);
  expect(await line.left()).toEqual(['1']);
});

test('the line is walked as far as there is a slot', async () => {
  for (let index = 1; index <= 60; index++) await line.wait(index, index <= 55 ? 'bob' : 'cyd', 'daily');
  await line.moving({ perPerson: 1, perReport: 9 })();
  expect(line.launched).toEqual(['1', '56']);
});

test('a place whose statement waits no more is cleared away', async () => {
  await line.wait(1, 'ada', 'daily', { status: 'cancelled' });
  await line.wait(2, 'ada', 'daily');
  await line.moving({ perPerson: 1, perReport: 1 })();
  expect(line.launched).toEqual(['2']);
  expect(await line.left()).toEqual([]);
});

test('a workflow that does not start is logged, and the others go', async () => {
  await line.wait(1, 'ada', 'daily');
  await line.wait(2, 'bob', 'daily');
  const launch = async ({ runId }: RunRecord): Promise<void> => {
    if (runId === idOf(1)) throw new Error('busy');
    line.launched.push(numberOf(runId));
  };
  await line.moving({ perPerson: 1, perReport: 9 }, () => ({ launch }))();
  expect(line.launched).toEqual(['2']);
  expect(line.log.entries).toEqual([
    expect.objectContaining({ level: 'warn', message: expect.stringContaining(idOf(1)) }),
  ]);
  expect(await line.left()).toEqual([]);
});

test('a statement whose leader is gone starts nothing', async () => {
  const record = exampleStatement({ id: idOf(1) });
  await line.tables.statements.create(record);
  await line.tables.line.stand(record, noon);
  await line.moving({ perPerson: 1, perReport: 9 })(record);
  expect([line.launched, line.log.entries, await line.left()]).toEqual([[], [], []]);
});

test('two who move the line at the same time let each in once', async () => {
  for (const index of [1, 2, 3]) await line.wait(index, `person-${index}`, 'daily');
  const move = line.moving({ perPerson: 1, perReport: 9 });
  await Promise.all([move(), move()]);
  expect(line.launched.sort()).toEqual(['1', '2', '3']);
});
