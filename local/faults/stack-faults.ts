import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Publish, withFaults } from '../redshift-data/events/faults.ts';
import type { Service } from '../service.ts';
import { withCallFaults } from './calls.ts';
import { withLostConnections } from './connections.ts';
import { seededDice } from './dice.ts';
import type { FaultPlan } from './plan.ts';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** What a fault plan makes of the parts of a local stack; without faults each stays as it is. */
export interface StackFaults {
  publish(publish: Publish): Publish;
  service(service: Service): Service;
  upgrade(upgrade: Upgrade): Upgrade;
  /** Further variables of a new process of a function: its clock. */
  environment(): Record<string, string>;
  /** Lets things go wrong from now on: a stack that is not up yet would not come up. */
  begin(): void;
}

/** @param crash ends the process of a function with these credentials */
export const createStackFaults = (plan: FaultPlan, crash: (sessionToken: string) => void): StackFaults => {
  const dice = seededDice(plan.seed);
  const clock = dice('clocks');
  let begun = false;
  const active = () => begun;
  const calls = plan.throttle + plan.crash + plan.cut > 0;
  return {
    publish: (publish) => withFaults(publish, plan),
    service: (service) =>
      calls ? withCallFaults(service, { plan, active, random: dice('calls'), crash }) : service,
    upgrade: (upgrade) =>
      plan.disconnect > 0 ? withLostConnections(upgrade, plan.disconnect, dice('connections')) : upgrade,
    environment: (): Record<string, string> =>
      begun && plan.clock > 0
        ? { LOCAL_CLOCK_OFFSET_MS: String(Math.round((2 * clock() - 1) * plan.clock)) }
        : {},
    begin: () => {
      begun = true;
    },
  };
};
