import { runStore } from '@readout/client';
import { exampleRun } from '@readout/client/testing/examples.ts';
import type { Run } from '@readout/runtime/contracts.ts';
import { type Ending, watchEndings } from './endings.ts';

function setup({ hidden = false, onScreen = [] as string[] } = {}) {
  const store = runStore();
  const told: string[] = [];
  const { endings, stop } = watchEndings({
    runs: store,
    isAskedFor: ({ topic }) => topic !== 'choices/1',
    isOnScreen: (runId) => onScreen.includes(runId),
    isHidden: () => hidden,
    tell: ({ runId }) => told.push(runId),
  });
  const hear = (change: Partial<Run>, second: number) =>
    store.hear({ type: 'run', ...exampleRun(change, second) });
  const shown = () => endings.get().map(({ run, onScreen: there }: Ending) => [run.runId, run.status, there]);
  return { hear, told, endings, shown, stop };
}

it.each(['succeeded', 'failed', 'cancelled'] as const)('tells of a run that is %s, once', (status) => {
  const { hear, told, shown } = setup();
  hear({ runId: 'a', status: 'running' }, 1);
  hear({ runId: 'a', status }, 2);
  hear({ runId: 'a', status }, 2);
  hear({ runId: 'b', status: 'queued' }, 3);
  expect(shown()).toEqual([['a', status, false]]);
  expect(told).toEqual(['a']);
});

it('has nothing to tell of what is looked at, of old runs, and of lists that were filled', () => {
  const { hear, told, shown } = setup({ onScreen: ['a'] });
  hear({ runId: 'a', status: 'running' }, 1);
  hear({ runId: 'a', status: 'succeeded' }, 2);
  hear({ runId: 'old', status: 'succeeded' }, 3);
  hear({ runId: 'list', topic: 'choices/1', status: 'running' }, 4);
  hear({ runId: 'list', topic: 'choices/1', status: 'succeeded' }, 5);
  expect(shown()).toEqual([]);
  expect(told).toEqual([]);
});

it('tells of what is on a page that is hidden', () => {
  const { hear, told, shown } = setup({ hidden: true, onScreen: ['a'] });
  hear({ runId: 'a', status: 'running' }, 1);
  hear({ runId: 'a', status: 'succeeded' }, 2);
  expect(shown()).toEqual([['a', 'succeeded', true]]);
  expect(told).toEqual(['a']);
});

it('forgets what was seen, and hears nothing more once it has stopped', () => {
  const { hear, endings, shown, stop } = setup();
  for (const runId of ['a', 'b']) hear({ runId, status: 'running' }, 1);
  for (const runId of ['a', 'b']) hear({ runId, status: 'succeeded' }, 2);
  endings.see(({ run }) => run.runId === 'a');
  expect(shown()).toEqual([['b', 'succeeded', false]]);
  stop();
  hear({ runId: 'c', status: 'running' }, 3);
  hear({ runId: 'c', status: 'succeeded' }, 4);
  expect(shown()).toHaveLength(1);
});
