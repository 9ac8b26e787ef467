import { runStore, subject } from '@readout/client';
import { exampleRun } from '@readout/client/testing/examples.ts';
import { until } from '@readout/client/testing/until.ts';
import type { Run } from '@readout/runtime/contracts.ts';
import { inbox } from './inbox.ts';

type Values = Record<string, unknown>;

async function setup(kept: Values = {}) {
  const runs = runStore();
  const values = subject<Values>({});
  const box = inbox({
    runs,
    preferences: {
      get: values.get,
      subscribe: values.subscribe,
      load: async () => values.set(kept),
      set(name, next) {
        const { [name]: before } = values.get();
        values.set({ ...values.get(), [name]: typeof next === 'function' ? next(before) : next });
      },
    },
    isNews: ({ topic }) => topic !== 'hidden',
  });
  let told = 0;
  box.subscribe(() => {
    told += 1;
  });
  const hear = (runId: string, second: number, change: Partial<Run> = {}) => {
    const run = exampleRun({ runId, status: 'succeeded', ...change }, second);
    runs.hear({ type: 'run', ...run });
    return run;
  };
  await until(() => told > 0);
  const ids = () => {
    const { unfinished, unseen } = box.get();
    return { unfinished: unfinished.map(({ runId }) => runId), unseen: unseen.map(({ runId }) => runId) };
  };
  return { box, hear, ids, values };
}

it('tells what goes on and what has ended, the latest first, of what was asked for', async () => {
  const { hear, ids } = await setup();
  hear('a', 1);
  hear('b', 2, { status: 'failed' });
  hear('c', 3, { status: 'running' });
  hear('d', 4, { topic: 'hidden' });
  expect(ids()).toEqual({ unfinished: ['c'], unseen: ['b', 'a'] });
});

it('has no news of what was looked at, also on another device', async () => {
  const { box, hear, ids, values } = await setup();
  const a = hear('a', 1);
  hear('b', 2);
  box.look(a);
  expect(ids().unseen).toEqual(['b']);
  const other = await setup(values.get());
  other.hear('a', 1);
  other.hear('b', 2);
  expect(other.ids().unseen).toEqual(['b']);
  other.box.lookAll();
  expect(other.ids().unseen).toEqual([]);
  other.hear('c', 3);
  expect(other.ids().unseen).toEqual(['c']);
});

it('tells of a run that was looked at while it ran as soon as it has ended', async () => {
  const { box, hear, ids, values } = await setup();
  box.look(hear('a', 1, { status: 'running' }));
  hear('a', 2);
  expect(ids().unseen).toEqual(['a']);
  box.look(hear('b', 3, { topic: 'hidden' }));
  expect(values.get()).toEqual({});
});

it('keeps nothing twice', async () => {
  const { box, hear, values } = await setup();
  const a = hear('a', 1);
  box.look(a);
  const kept = values.get();
  box.look(a);
  expect(values.get()).toBe(kept);
});

it('answers the same until something changes', async () => {
  const { box, hear } = await setup();
  hear('a', 1);
  expect(box.get()).toBe(box.get());
});
