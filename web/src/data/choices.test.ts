import { ReadoutError } from '@readout/client';
import { exampleRun } from '@readout/client/testing/examples.ts';
import type { Cell, ResultPage, Run } from '@readout/runtime/contracts.ts';
import { choiceLoader } from './choices.ts';

const done = exampleRun({ status: 'succeeded' });

interface Odd {
  names?: string[];
  ends?: Run[];
  capped?: ResultPage['capped'];
}

function setup(pages: Cell[][][], { names = ['value', 'label'], ends = [done], capped }: Odd = {}) {
  const runs: string[] = [];
  const load = choiceLoader({
    runToEnd: async (report, inputs, fresh) => {
      const asked = Object.keys(inputs).length > 0 ? `${report} ${JSON.stringify(inputs)}` : report;
      runs.push(fresh ? `${asked}, fresh` : asked);
      return ends[runs.length - 1] ?? done;
    },
    getResult: async (runId, page = '0'): Promise<ResultPage> => {
      if (runId === 'expired') throw new ReadoutError('ResultExpired', 'gone');
      const next = Number(page) + 1;
      return {
        columns: names.map((name) => ({ name, type: 'varchar' })),
        rows: pages[Number(page)] ?? [],
        totalRows: pages.flat().length,
        ...(next < pages.length && { next: String(next) }),
        capped,
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
  const list = await load('flights/airports', {});
  expect(list).toEqual({
    choices: [
      { value: 'ATL', label: 'Atlanta' },
      { value: 'DEN', label: 'Denver' },
      { value: '7', label: '7' },
    ],
    complete: true,
  });
  await load('flights/airports', {});
  expect(runs).toEqual(['flights/airports']);
});

it('says when it lists only the first of very many', async () => {
  const page = Array.from({ length: 6_000 }, (_, n): Cell[] => [n, `label ${n}`]);
  const { choices, complete } = await setup([page, page, page]).load('all', {});
  expect(choices).toHaveLength(12_000);
  expect(complete).toBe(false);
});

it('tells why the query failed, and asks again the next time', async () => {
  const failed = exampleRun({ status: 'failed', error: { name: 'QueryFailed', message: 'no such table' } });
  const { load, runs } = setup([[['ATL', 'Atlanta']]], { ends: [failed, done] });
  await expect(load('flights/airports', {})).rejects.toMatchObject({
    name: 'QueryFailed',
    message: 'no such table',
  });
  await expect(load('flights/airports', {})).resolves.toMatchObject({ complete: true });
  expect(runs).toHaveLength(2);
});

it('says so when rows of the query cannot be read', async () => {
  const { load } = setup([[['ATL', 'Atlanta']]], { capped: { bytes: 1_000 } });
  await expect(load('flights/airports', {})).resolves.toMatchObject({ complete: false });
});

it('asks anew when the result that was reused is no longer kept, and only once', async () => {
  const expired = exampleRun({ status: 'succeeded', runId: 'expired' });
  const once = setup([[['ATL', 'Atlanta']]], { ends: [expired, done] });
  await expect(once.load('flights/airports', {})).resolves.toMatchObject({ complete: true });
  expect(once.runs).toEqual(['flights/airports', 'flights/airports, fresh']);
  const twice = setup([], { ends: [expired, expired] });
  await expect(twice.load('flights/airports', {})).rejects.toMatchObject({ name: 'ResultExpired' });
  expect(twice.runs).toHaveLength(2);
});

it('refuses a query without a `value` column', async () => {
  const { load } = setup([[['ATL', 'Atlanta']]], { names: ['code', 'name'] });
  await expect(load('flights/airports', {})).rejects.toMatchObject({ name: 'InvalidTemplate' });
});

it('keeps the rows of other inputs apart', async () => {
  const { load, runs } = setup([[['ANC', 'Anchorage']]]);
  for (const state of ['AK', 'IL', 'AK']) await load('flights/airports', { state });
  expect(runs).toEqual(['flights/airports {"state":"AK"}', 'flights/airports {"state":"IL"}']);
});
