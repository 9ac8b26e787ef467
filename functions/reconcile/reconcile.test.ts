import { keepingLog } from '@readout/runtime/testing/examples.ts';
import { reconcile } from './reconcile.ts';

/** Tasks by name; those whose name begins with `bad` fail. */
const doing = (...names: string[]) => {
  const done: string[] = [];
  const log = keepingLog();
  const tasks = names.map((name) => ({
    name,
    run: async () => {
      done.push(name);
      if (name.startsWith('bad')) throw new Error(`${name} went wrong`);
    },
  }));
  return { run: reconcile({ tasks, log }), done, log };
};

test('does every task in turn, and says nothing when all went well', async () => {
  const { run, done, log } = doing('one', 'two');
  await run();
  expect([done, log.entries]).toEqual([['one', 'two'], []]);
});

test('one that fails hinders no other; each is in the log, and the alarm hears of it', async () => {
  const { run, done, log } = doing('one', 'bad two', 'three', 'bad four');
  await expect(run()).rejects.toThrow('2 of 4 tasks failed; see the log.');
  expect(done).toEqual(['one', 'bad two', 'three', 'bad four']);
  expect(log.entries).toMatchObject([
    {
      level: 'error',
      message: 'bad two could not be reconciled.',
      detail: { message: 'bad two went wrong' },
    },
    {
      level: 'error',
      message: 'bad four could not be reconciled.',
      detail: { message: 'bad four went wrong' },
    },
  ]);
});
