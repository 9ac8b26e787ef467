import { exampleRun } from '@readout/client/testing/examples.ts';
import type { OperatorRun } from '@readout/runtime/contracts.ts';
import { type ListDay, readDay } from './read-day.ts';

const run = (second: number, change: Partial<OperatorRun> = {}): OperatorRun => {
  const {
    inputs: _,
    topic: __,
    requestId: ___,
    ...rest
  } = exampleRun({
    runId: `run-${second}`,
    status: 'succeeded',
    createdAt: `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
  });
  return { ...rest, owner: 'ada', ownerEmail: 'ada@example.com', ...change };
};

/** A server whose pages have two runs. */
function server(runs: OperatorRun[]) {
  const asked: (string | undefined)[] = [];
  const list: ListDay = async (_day, page) => {
    asked.push(page);
    const at = Number(page ?? 0);
    return { runs: runs.slice(at, at + 2), ...(at + 2 < runs.length && { next: String(at + 2) }) };
  };
  return { list, asked };
}
const ids = (runs: OperatorRun[]) => runs.map(({ runId }) => runId);

it('reads a day to its end', async () => {
  const { list, asked } = server([run(5), run(4), run(3), run(2), run(1)]);
  expect(ids(await readDay(list, '2026-01-01'))).toEqual(['run-5', 'run-4', 'run-3', 'run-2', 'run-1']);
  expect(asked).toEqual([undefined, '2', '4']);
});

it('reads on from what is known, no further than to the latest of it', async () => {
  const before = [run(4), run(3), run(2), run(1)];
  const { list, asked } = server([run(6), run(5), ...before]);
  expect(ids(await readDay(list, '2026-01-01', before))).toHaveLength(6);
  expect(asked).toEqual([undefined, '2']);
});

it('goes back to whatever had not ended', async () => {
  const before = [run(5), run(4), run(3), run(2, { status: 'running' }), run(1)];
  const { list, asked } = server([run(5), run(4), run(3), run(2, { cursor: '9' }), run(1)]);
  const runs = await readDay(list, '2026-01-01', before);
  expect(runs.find(({ runId }) => runId === 'run-2')?.status).toBe('succeeded');
  expect(asked).toEqual([undefined, '2', '4']);
});

it('is not set back by a list that is behind', async () => {
  const before = [run(1, { cursor: '2' })];
  const { list } = server([run(1, { cursor: '1', status: 'running' })]);
  expect(await readDay(list, '2026-01-01', before)).toEqual(before);
});
