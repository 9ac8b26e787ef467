import type { ConnectionState } from '../connection/connection.ts';
import { exampleRun } from '../testing/examples.ts';
import { manualTimer } from '../testing/manual-timer.ts';
import { catchUpRegularly } from './catch-up.ts';
import { runStore } from './run-store.ts';

const running = { type: 'run', ...exampleRun({ status: 'running' }, 1) } as const;

function setup(state: ConnectionState) {
  const timer = manualTimer();
  const store = runStore();
  const asked: number[] = [];
  const following = catchUpRegularly({
    store,
    state: () => state,
    ask: async () => {
      asked.push(timer.now());
      throw new Error('no answer');
    },
    after: timer.after,
  });
  /** Moves on in small steps, so that what an answer sets off is under way before time moves again. */
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      timer.advance(1_000);
      await Promise.resolve().then(() => {});
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { store, asked, pass, following };
}

it('asks every three seconds while nothing can be pushed, failures notwithstanding', async () => {
  const { store, asked, pass, following } = setup('closed');
  store.hear(running);
  await pass(9);
  following.stop();
  expect(asked).toEqual([3_000, 6_000, 9_000]);
});

it('asks once a minute while the connection is open', async () => {
  const { store, asked, pass, following } = setup('open');
  store.hear(running);
  await pass(125);
  following.stop();
  expect(asked).toEqual([60_000, 120_000]);
});

it('asks nothing when every run is over', async () => {
  const { store, asked, pass, following } = setup('closed');
  store.hear(running);
  store.hear({ type: 'run', ...exampleRun({ status: 'succeeded' }, 2) });
  await pass(30);
  following.stop();
  expect(asked).toEqual([]);
});

it('asks once a minute for what other devices start, where nothing can be pushed', async () => {
  const { asked, pass, following } = setup('asking');
  await pass(125);
  following.stop();
  expect(asked).toEqual([60_000, 120_000]);
});

it('asks no more once stopped', async () => {
  const { store, asked, pass, following } = setup('closed');
  store.hear(running);
  following.stop();
  await pass(30);
  expect(asked).toEqual([]);
});

it('asks no more when it was stopped while it asked', async () => {
  const { store, asked, pass, following } = setup('closed');
  store.hear(running);
  await pass(2);
  const asking = pass(1); // its answer comes later than the next line
  following.stop();
  await asking;
  await pass(30);
  expect(asked).toEqual([3_000]);
});
