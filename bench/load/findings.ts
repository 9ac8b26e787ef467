import type { Measurement } from '../measurement.ts';
import type { Bare } from './bare-statements.ts';
import type { Held } from './hold.ts';
import type { HotPath } from './hot-path.ts';
import { sumOf } from './processes.ts';

export interface Found {
  highest: Held;
  bare: Bare;
  /** Memory of all processes before the first connection, and with all of them. */
  emptyMb: number;
  openMb: number;
  path: HotPath;
  /** Connections that are open in the end. */
  open: number;
}

export const measurementsOf = ({ highest, bare, emptyMb, openMb, open }: Found): Measurement[] => [
  {
    what: 'runs a second, held for two minutes',
    baseline: 'bare statements a second, as fast as eight clients get them',
    measured: highest.perSecond,
    against: bare.perSecond,
    unit: '/s',
    note: `${highest.accepted} runs, ${owed(highest)} final messages, ${highest.lost} lost`,
  },
  {
    what: 'processor time of one run, all processes',
    baseline: 'of one bare statement',
    measured: sumOf(highest.cpu.values()),
    against: bare.cpuMs,
    unit: 'ms',
  },
  {
    what: `until the last of ${highest.devicesEach} devices has heard the end, median`,
    baseline: 'a bare statement, median, eight at a time',
    measured: highest.latency.median,
    against: bare.medianMs,
    unit: 'ms',
    note: `95 % within ${highest.latency.p95.toFixed(0)} ms, 99 % within ${highest.latency.p99.toFixed(0)} ms`,
  },
  {
    what: 'memory at the end of the two minutes, all processes',
    baseline: 'at their beginning',
    measured: meanOf(highest.rss.slice(-15)),
    against: meanOf(highest.rss.slice(0, 15)),
    unit: 'MB',
    note: 'means of 15 s',
  },
  {
    what: `memory with ${open} connections open`,
    baseline: 'with none',
    measured: openMb,
    against: emptyMb,
    unit: 'MB',
    note: 'with the processes that the handshakes started',
  },
];

/** What holds the rate where it is, in words. */
export const notesOf = ({ highest, path, open }: Found): string[] => {
  const cpu = [...highest.cpu].filter(([, ms]) => ms >= 0.05).sort(([, a], [, b]) => b - a);
  const busy = (highest.perSecond * (sumOf(highest.cpu.values()) + highest.ownCpu)) / 10 / highest.processors;
  const processes = cpu.map(([name, ms]) => `${name} ${ms.toFixed(1)}`).join(', ');
  const parts = path.parts.slice(0, 8).map(({ name, share }) => `${name} ${percent(share)}`);
  return [
    `${open} WebSockets are open: a laptop and a phone of each person, all signed in, each through a ticket of its own. Runs are offered evenly, ` +
      'half by `run` messages and half over REST; half ask what many ask, and half what nobody has asked before. For every accepted run ' +
      "the final message is counted on each of its owner's devices. The rate rises by five a second until twenty seconds are not held; " +
      'then the highest that is held for two minutes is looked for.',
    `Milliseconds of processor time for a run, by process: ${processes}; and the bench's own ${highest.ownCpu.toFixed(1)}. ` +
      `At that rate they keep ${highest.processors} processors ${busy.toFixed(0)} % busy.`,
    `The stack's main thread is busy for ${percent(path.busy)} of the time, with: ${parts.join(', ')}.`,
  ];
};

const owed = ({ accepted, devicesEach }: Held): number => accepted * devicesEach;
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const meanOf = (values: number[]): number => sumOf(values) / values.length;
