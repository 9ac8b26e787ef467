import { type Tried, tallyOf } from './tally.ts';
import { tryInWorkers } from './workers.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** How to see a failing plan again. */
const replayable = (tried: Tried[], options = ''): string[] =>
  tried
    .filter(({ violations }) => violations.length > 0)
    .map(
      ({ number, violations }) =>
        `npm run faults --${options} --seed ${number}\n  ${violations.join('\n  ')}`,
    );

it('loses no run of Readout, whatever goes wrong', async () => {
  const tried = await tryInWorkers('readout', numbers(24));
  expect(replayable(tried)).toEqual([]);
  expect(tallyOf(tried).runs).toBeGreaterThan(300);
}, 300_000);

it('ends every run of a pipeline truthfully, whatever goes wrong', async () => {
  const tried = await tryInWorkers('pipelines', numbers(12));
  expect(replayable(tried, ' --design pipelines')).toEqual([]);
  expect(tallyOf(tried).runs).toBeGreaterThan(100);
}, 300_000);

it('finds what the published design loses', async () => {
  const { runs, losses } = tallyOf(await tryInWorkers('sample', numbers(8)));
  expect(losses.neverAnswered / runs).toBeGreaterThan(0.1);
  expect(losses.answeredTwice).toBeGreaterThan(0);
}, 300_000);

it('goes the same way for the same number, in any process', async () => {
  const [first, ...others] = await tryInWorkers('readout', [2, 2, 3]);
  expect(others[0]).toEqual(first);
  expect(others[1]?.fingerprint).not.toBe(first?.fingerprint);
}, 300_000);
