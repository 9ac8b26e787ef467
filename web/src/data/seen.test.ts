import { exampleRun } from '@readout/client/testing/examples.ts';
import type { Run } from '@readout/runtime/contracts.ts';
import { allLooked, type Seen, seenFrom, withLooked } from './seen.ts';

const run = (second: number, change: Partial<Run> = {}) =>
  exampleRun({ runId: `run-${second}`, status: 'succeeded', ...change }, second);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => run(at + 1));
const cursor = (second: number) => run(second).cursor;
const none: Seen = { cursor: '', runs: [] };

it('keeps a run that was looked at while an earlier one was not', () => {
  expect(withLooked(none, run(2), upTo(3))).toEqual({ cursor: '', runs: ['run-2'] });
});

it('moves on over all that were looked at', () => {
  const seen = withLooked({ cursor: '', runs: ['run-2', 'run-4'] }, run(1), upTo(5));
  expect(seen).toEqual({ cursor: cursor(2), runs: ['run-4'] });
});

it('waits for no run that has not ended: its end has a cursor of its own', () => {
  const known = [run(1, { status: 'running' }), run(2)];
  expect(withLooked(none, run(2), known)).toEqual({ cursor: cursor(2), runs: [] });
});

it('stays short, however many were looked at out of order', () => {
  const known = Array.from({ length: 500 }, (_, at) =>
    run(0, { runId: `run-${at}`, cursor: String(at).padStart(15, '0') }),
  );
  const seen = known.slice(1).reduce((before, one) => withLooked(before, one, known), none);
  expect(seen.runs.length).toBeLessThanOrEqual(200);
  for (const one of known.slice(1))
    expect(one.cursor <= seen.cursor || seen.runs.includes(one.runId)).toBe(true);
});

it('takes everything that has ended as looked at', () => {
  expect(allLooked([run(3), run(1), run(9, { status: 'queued' })])).toEqual({ cursor: cursor(3), runs: [] });
  expect(allLooked([])).toEqual(none);
});

it.each([undefined, null, 7, 'x', [], { cursor: 3, runs: 'x' }])('reads %j as nothing', (kept) => {
  expect(seenFrom(kept)).toEqual(none);
});
