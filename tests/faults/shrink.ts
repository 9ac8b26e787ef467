import fc from 'fast-check';
import { planText } from '../../local/faults/plan.ts';
import { type Design, simulate } from './simulate.ts';
import { seedOf, type Trial, trials } from './trial.ts';

/** For how long a failing trial is made smaller, in milliseconds. */
const patience = 120_000;

/** A smaller trial than that of a number which fails as well; undefined when that of the number does not fail. */
export const shrink = async (design: Design, number: number): Promise<Trial | undefined> => {
  const holds = fc.asyncProperty(design.trials ?? trials, async ({ plan, script }) => {
    const { review } = await simulate(design, plan, script);
    return review.violations.length === 0;
  });
  const { counterexample } = await fc.check(holds, {
    seed: seedOf(number),
    numRuns: 1,
    interruptAfterTimeLimit: patience,
    markInterruptAsFailure: true,
  });
  return counterexample?.[0];
};

/** A trial as a person reads it. */
export const trialText = ({ plan, script }: Trial): string =>
  [
    planText(plan),
    `devices ${script.devices}`,
    ...[...script.actions]
      .sort((a, b) => a.at - b.at)
      .map(
        ({ at, person, device, deed }) =>
          `${at} ms person ${person} device ${device} ${JSON.stringify(deed)}`,
      ),
  ].join('\n');
