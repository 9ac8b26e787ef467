import { type Faults, parseFaults } from '../redshift-data/events/faults.ts';

/** What may befall the whole application: completion events as the Data API's own faults do, and the rest here. */
export interface FaultPlan extends Faults {
  /** Chance of 0 to 1 that a service refuses a call of a function or a workflow as it does when it is too busy. */
  throttle: number;
  /** Chance that a call is carried out and its answer lost, so that the client tries again. */
  cut: number;
  /** Chance that a function's process ends at a call, as often before as after it was carried out. */
  crash: number;
  /** Chance that a WebSocket is lost with a message, in either direction, without a close frame. */
  disconnect: number;
  /** The most milliseconds by which the clock of a function's process is wrong, either way. */
  clock: number;
}

export const noFaults: FaultPlan = {
  lose: 0,
  duplicate: 0,
  reorder: 0,
  delay: 0,
  throttle: 0,
  cut: 0,
  crash: 0,
  disconnect: 0,
  clock: 0,
  seed: 1,
};

/** Those that are a number of milliseconds or a seed; all others are chances. */
const whole = ['delay', 'clock', 'seed'];

/**
 * Reads `lose=0.1,throttle=0.02,clock=60000,seed=7`; what is left out does not happen.
 * @throws Error that says what is wrong
 */
export const parsePlan = (spec: string): FaultPlan => parseFaults(spec, noFaults, whole);

/** The text that `parsePlan` reads as this plan. */
export const planText = (plan: FaultPlan): string =>
  Object.entries(plan)
    .filter(([name, value]) => value !== 0 || name === 'seed')
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
