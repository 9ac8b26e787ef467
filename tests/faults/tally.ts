import type { Losses } from './simulate.ts';

/** How one trial went with one design. */
export interface Tried {
  number: number;
  /** Equal for two trials that went the same way. */
  fingerprint: string;
  runs: number;
  losses: Losses;
  violations: string[];
}

/** How many went so. */
export interface Tally {
  plans: number;
  runs: number;
  losses: Losses;
}

export const tallyOf = (tried: Tried[]): Tally => ({
  plans: tried.length,
  runs: sum(tried.map(({ runs }) => runs)),
  losses: {
    neverAnswered: sum(tried.map(({ losses }) => losses.neverAnswered)),
    answeredTwice: sum(tried.map(({ losses }) => losses.answeredTwice)),
    answeredToOthers: sum(tried.map(({ losses }) => losses.answeredToOthers)),
    runTwice: sum(tried.map(({ losses }) => losses.runTwice)),
    withoutFinalState: sum(tried.map(({ losses }) => losses.withoutFinalState)),
  },
});

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
