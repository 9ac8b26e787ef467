import type { Measurement } from '../measurement.ts';
import type { Bare } from './bare-statements.ts';
import type { Held } from './hold.ts';
import type { HotPath } from './hot-path.ts';
import { sumOf } from './processes.ts';

/** The highest rate that was held while every so many-th run asked what nobody had asked before. */
interface Highest {
  every: number;
  highest: Held;
}

export interface Found {
  /** What the template's parameter of this name was set to. */
  runsPerReport: number;
  seldom: Highest;
  often: Highest;
  bare: Bare;
  /** Memory of all processes before the first connection, and with all of them. */
  emptyMb: number;
  openMb: number;
  path: HotPath;
  /** Connections that are open in the end. */
  open: number;
}

export const measurementsOf = ({ seldom, often, bare, emptyMb, openMb, open }: Found): Measurement[] => [
  rateOf(seldom, bare),
  ...costOf(seldom, bare),
  rateOf(often, bare),
  ...costOf(often, bare),
  {
    what: 'memory at the end of the two minutes, all processes',
    baseline: 'at their beginning',
    measured: meanOf(seldom.highest.rss.slice(-15)),
    against: meanOf(seldom.highest.rss.slice(0, 15)),
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

const rateOf = ({ every, highest }: Highest, bare: Bare): Measurement => ({
  what: `runs a second, held for two minutes, one of ${every} new`,
  baseline: 'bare statements a second, as fast as eight clients get them',
  measured: highest.perSecond,
  against: bare.perSecond,
  unit: '/s',
  note: `${highest.accepted} runs, ${owed(highest)} final messages, ${highest.lost} lost`,
});

const costOf = ({ every, highest }: Highest, bare: Bare): Measurement[] => [
  {
    what: `processor time of one run, all processes, one of ${every} new`,
    baseline: 'of one bare statement',
    measured: sumOf(highest.cpu.values()),
    against: bare.cpuMs,
    unit: 'ms',
  },
  {
    what: `until the last of ${highest.devicesEach} devices has heard the end, median, one of ${every} new`,
    baseline: 'a bare statement, median, eight at a time',
    measured: highest.latency.median,
    against: bare.medianMs,
    unit: 'ms',
    note: `95 % within ${highest.latency.p95.toFixed(0)} ms, 99 % within ${highest.latency.p99.toFixed(0)} ms`,
  },
];

/** What holds the rate where it is, in words. */
export const notesOf = ({ runsPerReport, seldom, often, path, open }: Found): string[] => {
  const { highest } = seldom;
  const cpu = [...highest.cpu].filter(([, ms]) => ms >= 0.05).sort(([, a], [, b]) => b - a);
  const busy = (highest.perSecond * (sumOf(highest.cpu.values()) + highest.ownCpu)) / 10 / highest.processors;
  const processes = cpu.map(([name, ms]) => `${name} ${ms.toFixed(1)}`).join(', ');
  const parts = path.parts.slice(0, 8).map(({ name, share }) => `${name} ${percent(share)}`);
  return [
    `${open} WebSockets are open: a laptop and a phone of each person, all signed in, each through a ticket of its own. Runs are offered evenly, ` +
      `half by \`run\` messages and half over REST. One run of ${seldom.every}, or of ${often.every}, asks what nobody has asked before and needs a statement of its own; the ` +
      'others ask for what many ask, and share or reuse a statement. For every accepted run the final message is counted on each of its ' +
      "owner's devices. The rate rises by five a second until twenty seconds are not held; then the highest that is held for two minutes is looked for. " +
      'Held is what loses and refuses nothing, and leaves no more than three seconds of runs under way at the end.',
    `The template's parameters have their defaults, but for RunsPerReport=${runsPerReport}: all ask for two reports, so that with the default they would stand in line as soon as ` +
      'a statement takes a second.',
    `Milliseconds of processor time for a run, by process: ${processes}; and the bench's own ${highest.ownCpu.toFixed(1)}. ` +
      `At that rate they keep ${highest.processors} processors ${busy.toFixed(0)} % busy.`,
    `The stack's main thread is busy for ${percent(path.busy)} of the time, with: ${parts.join(', ')}.`,
  ];
};

const owed = ({ accepted, devicesEach }: Held): number => accepted * devicesEach;
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const meanOf = (values: number[]): number => sumOf(values) / values.length;
