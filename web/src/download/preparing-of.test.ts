import type { Run } from '@readout/runtime/contracts.ts';
import { preparingOf } from './preparing-of.ts';

const run = (runId: string, createdAt: string, of?: string): Run => ({
  runId,
  createdAt,
  report: 'taxi/daily',
  title: 'Yellow taxi',
  status: 'running',
  cursor: '1',
  inputs: {},
  changedAt: createdAt,
  ...(of && { download: { of, format: 'csv' } }),
});

test('is the one that was begun last, of those for this run', () => {
  const runs = [
    run('a', '1'),
    run('b', '1', 'a'),
    run('c', '3', 'a'),
    run('d', '2', 'a'),
    run('e', '4', 'x'),
  ];
  expect(preparingOf(runs, 'a')?.runId).toBe('c');
  expect(preparingOf(runs, 'b')).toBeUndefined();
});
