import type { Cell, ResultPage, Run } from '@readout/runtime/contracts.ts';
import { choiceLoader } from './choices.ts';
import { exampleRun } from './testing/examples.ts';

const done = exampleRun({ status: 'succeeded' });

function setup(pages: Cell[][][], { names = ['value', 'label'], ends = [done] as Run[] } = {}) {
  const runs: string[] = [];
  const load = choiceLoader({
    runToEnd: async (report) => {
      runs.push(report);
      return ends[runs.length - 1] ?? done;
    },
    getResult: async (_runId, page = '0'): Promise<ResultPage> => {
      const next = Number(page) + 1;
      return {
        columns: names.map((name) => ({ name, type: 'varchar' })),
        rows: pages[Number(page)] ?? [],
        totalRows: pages.flat().length,
        ...(next < pages.length && { next: String(next) }),
      };
    },
  });
  return { load, runs };
}

it('reads every page of the query, and runs it once', async () => {
  const { load, runs } = setup([
    [['ATL', 'Atlanta']],
    [
      ['DEN', 'Denver'],
      [7, null],
    ],
  ]);
  const list = await load('flights/airports');
  expect(list).toEqual({
    choices: [
      { value: 'ATL', label: 'Atlanta' },
      { value: 'DEN', label: 'Denver' },
      { value: '7', label: '7' },
    ],
    complete: true,
  });
  await load('flights/airports');
  expect(runs).toEqual(['flights/airports']);
});

it('says when it lists only the first of very many', async () => {
  const page = Array.from({ length: 6_000 }, (_, n): Cell[] => [n, `label ${n}`]);
  const { choices, complete } = await setup([page, page, page]).load('all');
  expect(choices).toHaveLength(12_000);
  expect(complete).toBe(false);
});

it('tells why the query failed, and asks again the next time', async () => {
  const failed = exampleRun({ status: 'failed', error: { name: 'QueryFailed', message: 'no such table' } });
  const { load, runs } = setup([[['ATL', 'Atlanta']]], { ends: [failed, done] });
  await expect(load('flights/airports')).rejects.toMatchObject({
    name: 'QueryFailed',
    message: 'no such table',
  });
  await expect(load('flights/airports')).resolves.toMatchObject({ complete: true });
  expect(runs).toHaveLength(2);
});

it('refuses a query without a `value` column', async () => {
  const { load } = setup([[['ATL', 'Atlanta']]], { names: ['code', 'name'] });
  await expect(load('flights/airports')).rejects.toMatchObject({ name: 'InvalidTemplate' });
});
