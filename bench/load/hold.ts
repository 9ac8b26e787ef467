import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadedStack } from '../stack-process.ts';
import type { Heard } from './devices.ts';
import { Offer, type OfferDeps } from './offer.ts';
import { cpuBetween, readProcesses, sumOf } from './processes.ts';
import { Tally } from './tally.ts';

/** What was seen while a rate was offered for a time. */
export interface Held {
  perSecond: number;
  seconds: number;
  devicesEach: number;
  processors: number;
  offered: number;
  accepted: number;
  refused: Record<string, number>;
  statuses: Record<string, number>;
  /** Messages about the end of an accepted run that a device never heard. */
  lost: number;
  /** Runs under way when the last was offered. */
  left: number;
  /** Milliseconds from the offer to the end on the last device. */
  latency: { median: number; p95: number; p99: number; longest: number };
  /** Milliseconds of processor time for each run, by process. */
  cpu: Map<string, number>;
  /** The bench's own. */
  ownCpu: number;
  /** Sum of all processes in MB, every second. */
  rss: number[];
  stackRss: number[];
  /** Whether the rate was held: nothing refused or lost, and no queue that grows. */
  held: boolean;
}

/** Where the listeners of the devices go to while a rate is held. */
export type Hearing = { hear: (device: number, message: Heard) => void };

const drainMs = 60_000;

export const hold = async (
  stack: LoadedStack,
  deps: OfferDeps,
  hearing: Hearing,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Held> => {
  const tally = new Tally(deps.devices.length / deps.people.length);
  const offer = new Offer(deps, tally);
  hearing.hear = (device, message) => {
    offer.hear(message);
    tally.hear(device, message);
  };
  const before = readProcesses(stack.pid);
  const own = process.cpuUsage();
  const rss: number[] = [];
  const stackRss: number[] = [];
  const sampling = setInterval(() => {
    const processes = readProcesses(stack.pid);
    rss.push(sumOf(processes.map(({ rssMb }) => rssMb)));
    stackRss.push(processes.find(({ name }) => name === 'stack')?.rssMb ?? 0);
  }, 1000);
  await offer.run(perSecond, seconds);
  clearInterval(sampling);
  const left = tally.open + offer.unanswered;
  const giveUp = performance.now() + drainMs;
  while (tally.open + offer.unanswered > 0 && performance.now() < giveUp) await sleep(50);
  const runs = Math.max(1, tally.accepted);
  const used = process.cpuUsage(own);
  const spent = cpuBetween(before, readProcesses(stack.pid));
  const cpu = new Map([...spent].map(([name, ms]) => [name, ms / runs]));
  const lost = tally.lost + offer.unanswered;
  const refused = sumOf(Object.values(offer.refused));
  const latencies = tally.latencies();
  return {
    perSecond,
    seconds,
    devicesEach: tally.devicesEach,
    processors: cpus().length,
    offered: offer.offered,
    accepted: tally.accepted,
    refused: offer.refused,
    statuses: tally.statuses(),
    lost,
    left,
    latency: {
      median: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
      p99: quantile(latencies, 0.99),
      longest: quantile(latencies, 1),
    },
    cpu,
    ownCpu: (used.user + used.system) / 1000 / runs,
    rss,
    stackRss,
    held: lost === 0 && refused === 0 && left <= 3 * perSecond,
  };
};

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
