import type { Design } from './simulate.ts';
import { simulate } from './simulate.ts';
import type { Tried } from './tally.ts';
import { trialOf } from './trial.ts';

/** Tries a design with the trial of a number. */
export const tryPlan = async (
  design: Design,
  number: number,
  trace?: (line: string) => void,
): Promise<Tried> => {
  const { plan, script } = trialOf(number, design.trials);
  const { review, fingerprint } = await simulate(design, plan, script, trace);
  return { number, fingerprint, ...review };
};
