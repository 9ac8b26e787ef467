import fc from 'fast-check';
import { type FaultPlan, noFaults } from '../../local/faults/plan.ts';
import { type Deed, reports, type Script } from './script.ts';

/** One try of a design: what goes wrong, and what people do meanwhile. */
export interface Trial {
  plan: FaultPlan;
  script: Script;
}

/** None of it half of the time, and now and then much more than is usual. */
const chance = (most: number) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 100 }).map((part) => (most * part) / 100) },
    { weight: 1, arbitrary: fc.constant(3 * most) },
  );
const milliseconds = (most: number) => fc.oneof(fc.constant(0), fc.integer({ min: 1, max: most }));

/** What may go wrong. */
export const faultPlans: fc.Arbitrary<FaultPlan> = fc.record({
  lose: chance(0.3),
  duplicate: chance(0.3),
  reorder: chance(0.3),
  delay: milliseconds(60_000),
  throttle: chance(0.1),
  cut: chance(0.05),
  crash: chance(0.05),
  disconnect: chance(0.05),
  clock: milliseconds(300_000),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

const seldom = fc.oneof(
  { weight: 7, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);

const run: fc.Arbitrary<Deed> = fc.record({
  do: fc.constant('run' as const),
  report: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.constant(2) },
    { weight: 2, arbitrary: fc.constant(reports.length - 1) },
  ),
  value: fc.integer({ min: 0, max: 2 }),
  fresh: seldom,
  email: seldom,
});
const cancel: fc.Arbitrary<Deed> = fc.record({
  do: fc.constant('cancel' as const),
  which: fc.nat({ max: 5 }),
});
export const offline: fc.Arbitrary<Deed> = fc.record({
  do: fc.constant('offline' as const),
  for: fc.integer({ min: 500, max: 180_000 }),
});
export const reopen: fc.Arbitrary<Deed> = fc.record({
  do: fc.constant('reopen' as const),
  after: fc.integer({ min: 0, max: 120_000 }),
  everywhere: seldom,
});

/** Half of the time many do something within the same second. */
const momentIn = (minutes: number) =>
  fc.oneof(
    fc.integer({ min: 2_000, max: minutes * 60_000 - 1_000 }),
    fc
      .tuple(fc.integer({ min: 1, max: minutes - 1 }), fc.integer({ min: 0, max: 1_000 }))
      .map(([minute, milliseconds]) => minute * 60_000 + milliseconds),
  );

const deeds: fc.WeightedArbitrary<Deed>[] = [
  { weight: 15, arbitrary: run },
  { weight: 3, arbitrary: cancel },
];
const troubled: fc.WeightedArbitrary<Deed>[] = [
  { weight: 1, arbitrary: offline },
  { weight: 1, arbitrary: reopen },
];

/** What three people do in so many minutes. */
export const deedsOver = (minutes: number, what: fc.WeightedArbitrary<Deed>[]): fc.Arbitrary<Script> =>
  fc.record({
    devices: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 3, maxLength: 3 }),
    actions: fc.array(
      fc.record({
        at: momentIn(minutes),
        person: fc.integer({ min: 0, max: 2 }),
        device: fc.integer({ min: 0, max: 1 }),
        deed: fc.oneof(...what),
      }),
      { minLength: 1, maxLength: 76, size: 'max' },
    ),
    lasts: fc.constant(minutes * 60_000),
  });

/** Half of the time another version of a report is shipped. */
const shipping = (script: fc.Arbitrary<Script>): fc.Arbitrary<Script> =>
  fc.tuple(script, fc.oneof(fc.constant(undefined), momentIn(12))).map(([one, ships]) => ({ ...one, ships }));

/** Mostly some minutes, and at times longer than a connection lives and its rights last. */
const script = shipping(
  fc.oneof(
    { weight: 6, arbitrary: deedsOver(12, [...deeds, ...troubled]) },
    { weight: 1, arbitrary: deedsOver(150, [...deeds, ...troubled]) },
  ),
);

/** Nothing goes wrong: then everything must be prompt as well. */
const calm: fc.Arbitrary<Trial> = fc.record({
  plan: faultPlans.map(({ seed }) => ({ ...noFaults, seed })),
  script: deedsOver(12, deeds),
});

/** As often near the middle of everything as at its edges. */
export const trials: fc.Arbitrary<Trial> = fc.noBias(
  fc.oneof({ weight: 7, arbitrary: fc.record({ plan: faultPlans, script }) }, { weight: 1, arbitrary: calm }),
);

/** A seed for each number, far from those of its neighbours. */
export const seedOf = (number: number): number => Math.imul(number, 0x9e3779b1) | 0;

/** The trial of a number: always the same one. */
export const trialOf = (number: number, all = trials): Trial => {
  const [trial] = fc.sample(all, { seed: seedOf(number), numRuns: 1 });
  return trial as Trial;
};
