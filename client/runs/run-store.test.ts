import type { Run } from '@readout/runtime/contracts.ts';
import fc from 'fast-check';
import { ReadoutError } from '../readout-error.ts';
import { exampleRun } from '../testing/examples.ts';
import { anyUnfinished, panelOf, runStore, unanswered } from './run-store.ts';

const asked = { requestId: 'request-1', topic: 'left', report: 'taxi/daily', inputs: { month: '2015-12' } };
const life: Run[] = [
  exampleRun({ status: 'queued' }, 1),
  exampleRun({ status: 'running' }, 2),
  exampleRun({ status: 'succeeded', rows: 31 }, 3),
];
const message = (run: Run) => ({ type: 'run', ...run }) as const;
const [queued, running, succeeded] = life as [Run, Run, Run];

it('ends where the run ended, in whatever order and however often it hears of it', () => {
  const order = fc
    .shuffledSubarray([...life, ...life], { minLength: 1 })
    .filter((seen) => seen.includes(succeeded));
  fc.assert(
    fc.property(order, (seen) => {
      const store = runStore();
      store.ask(asked);
      for (const run of seen) store.hear(message(run));
      expect(panelOf(store.get(), 'left').run).toEqual(succeeded);
    }),
  );
});

it('never goes back from an end to another end', () => {
  const store = runStore();
  store.hear(message(exampleRun({ status: 'cancelled' }, 4)));
  store.hear(message(exampleRun({ status: 'succeeded' }, 3)));
  expect(store.get().runs.get(queued.runId)?.status).toBe('cancelled');
});

it('tells nobody of what it knew already', () => {
  const store = runStore();
  let told = 0;
  store.ask(asked);
  store.hear(message(running));
  store.subscribe(() => {
    told += 1;
  });
  for (const run of [running, queued, running]) store.hear(message(run));
  store.answer('request-1', queued);
  expect(told).toBe(0);
  store.catchUp({ runs: [queued, running, succeeded, running], cursor: '' });
  expect(told).toBe(1);
});

it('gives a run to the panel that asked for it, and to no other', () => {
  const store = runStore();
  store.ask(asked);
  store.ask({ ...asked, requestId: 'request-2', topic: 'right' });
  store.hear(message(running));
  expect(panelOf(store.get(), 'left').run).toEqual(running);
  expect(panelOf(store.get(), 'right').run).toBeUndefined();
});

it('shows the second run of a topic and keeps the first', () => {
  const store = runStore();
  store.ask(asked);
  store.hear(message(running));
  store.ask({ ...asked, requestId: 'request-2' });
  const second = exampleRun({ runId: '22222222-2222-4222-8222-222222222222', requestId: 'request-2' }, 5);
  store.hear(message(second));
  store.hear(message(succeeded));
  expect(panelOf(store.get(), 'left').run).toEqual(second);
  expect(store.get().runs.get(succeeded.runId)).toEqual(succeeded);
});

it('takes the run of a REST answer, which bears no request id', () => {
  const store = runStore();
  store.ask(asked);
  store.answer('request-1', { ...queued, requestId: undefined });
  expect(panelOf(store.get(), 'left').run?.runId).toBe(queued.runId);
});

it('tells an error to the request that it answers, with its field', () => {
  const store = runStore();
  store.ask(asked);
  store.hear({
    type: 'error',
    name: 'InvalidInput',
    message: 'no month',
    field: 'month',
    requestId: 'request-1',
  });
  expect(panelOf(store.get(), 'left').asked?.error).toMatchObject({ name: 'InvalidInput', field: 'month' });
  expect(anyUnfinished(store.get())).toBe(false);
});

it('believes the run rather than the error, when a refused request turns out to have been heard', () => {
  const store = runStore();
  store.ask(asked);
  store.refuse('request-1', new ReadoutError('Unavailable', 'lost'));
  store.hear(message(running));
  expect(panelOf(store.get(), 'left')).toMatchObject({ run: running, asked: { error: undefined } });
  store.refuse('request-1', new ReadoutError('Unavailable', 'late'));
  expect(panelOf(store.get(), 'left').asked?.error).toBeUndefined();
});

it('moves the cursor by what it asked for, not by what was pushed', () => {
  const store = runStore();
  store.hear(message(succeeded));
  expect(store.get().cursor).toBeUndefined();
  expect(store.catchUp({ runs: [running], cursor: running.cursor })).toBe(true);
  expect(store.get().cursor).toBe(running.cursor);
});

it('has caught up when an answer is empty or moves nothing', () => {
  const store = runStore();
  store.catchUp({ runs: [running], cursor: running.cursor });
  expect(store.catchUp({ runs: [running], cursor: running.cursor })).toBe(false);
  expect(store.catchUp({ runs: [], cursor: succeeded.cursor })).toBe(false);
  expect(store.catchUp({ runs: [queued], cursor: queued.cursor })).toBe(false);
  expect(store.get().cursor).toBe(succeeded.cursor);
});

it('knows what may still change', () => {
  const store = runStore();
  store.ask(asked);
  expect(unanswered(store.get())).toEqual(new Set(['request-1']));
  store.hear(message(running));
  expect(unanswered(store.get()).size).toBe(0);
  expect(anyUnfinished(store.get())).toBe(true);
  store.hear(message(succeeded));
  expect(anyUnfinished(store.get())).toBe(false);
});
