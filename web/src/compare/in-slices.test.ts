import { inSlices } from './in-slices.ts';

/** Ten steps of 4 ms each, and a page that goes on when a test says so. */
function setup() {
  const waiting: (() => void)[] = [];
  const progress: number[] = [];
  const results: string[] = [];
  let clock = 0;
  function* work() {
    for (let step = 0; step < 10; step++) {
      clock += 4;
      yield step;
    }
    return 'done';
  }
  const stop = inSlices(work(), {
    after: (_, callback) => {
      waiting.push(callback);
      return () => void waiting.splice(waiting.indexOf(callback), 1);
    },
    now: () => clock,
    onProgress: (done) => progress.push(done),
    onDone: (result) => results.push(result),
  });
  return { goOn: () => waiting.shift()?.(), progress, results, stop };
}

it('lets the page breathe every few milliseconds, and ends', () => {
  const { goOn, progress, results } = setup();
  expect([progress, results]).toEqual([[], []]);
  for (let slice = 0; slice < 9; slice++) goOn();
  expect([progress, results]).toEqual([[2, 5, 8], ['done']]);
});

it('does nothing more when it is stopped', () => {
  const { goOn, progress, results, stop } = setup();
  goOn();
  stop();
  for (let slice = 0; slice < 9; slice++) goOn();
  expect([progress, results]).toEqual([[2], []]);
});
