import type { Findings } from '../measurement.ts';
import { type LoadedStack, startLoadedStack } from '../stack-process.ts';
import { bareStatements } from './bare-statements.ts';
import { type Device, keepAwake, openDevices } from './devices.ts';
import { findHighest, warmUp } from './find-highest.ts';
import { measurementsOf, notesOf } from './findings.ts';
import { type Hearing, hold } from './hold.ts';
import { hotPath } from './hot-path.ts';
import { newMix } from './mix.ts';
import { signInPeople } from './people.ts';
import { readProcesses, sumOf } from './processes.ts';

export const title = 'Runs and connections on one machine';

const people = 2500;
/** A laptop and a phone. */
const devicesEach = 2;
/** All of the people ask for two reports: with the default of ten at once the limits would be measured, not the stack. */
const runsPerReport = 100;
/** People at dashboards: one run of so many asks what nobody has asked before, and needs a statement of its own. */
const seldom = 10;
/** People at their forms. */
const often = 2;

/** Five thousand pages open, runs at the highest rates that are held for two minutes, and what holds them there. */
export const measure = async (): Promise<Findings> => {
  const stack = await startLoadedStack({ RunsPerReport: `${runsPerReport}` });
  try {
    say(`${people} people sign in`);
    const persons = await signInPeople(stack, people);
    const emptyMb = memoryOf(stack);
    say(`each opens ${devicesEach} devices`);
    const hearing: Hearing = { hear: () => {} };
    const devices = await openDevices(stack, persons, devicesEach, (device, message) =>
      hearing.hear(device, message),
    );
    const openMb = memoryOf(stack);
    const asleep = keepAwake(devices);
    const mix = newMix();
    /** Offers runs of which every so many-th asks what nobody has asked before. */
    const holdRate = (every: number) => async (perSecond: number, seconds: number) => {
      const deps = { rest: stack.description.rest, people: persons, devices, next: () => mix(every) };
      const held = await hold(stack, deps, hearing, { perSecond, seconds });
      say(describe(held));
      return held;
    };
    await warmUp(holdRate(seldom));
    say(`one run of ${seldom} is new`);
    const highest = await findHighest(holdRate(seldom));
    say('what the stack does at that rate');
    const profile = await stack.inspector.profile(() => holdRate(seldom)(highest.perSecond, 20));
    say(`one run of ${often} is new`);
    const oftenNew = await findHighest(holdRate(often));
    say('the bare statements');
    const bare = await bareStatements(stack, 500);
    clearInterval(asleep);
    const found = {
      runsPerReport,
      seldom: { every: seldom, highest },
      often: { every: often, highest: oftenNew },
      bare,
      emptyMb,
      openMb,
      path: hotPath(profile),
      open: stillOpen(devices),
    };
    return { measurements: measurementsOf(found), notes: notesOf(found) };
  } finally {
    await stack.stop();
  }
};

const memoryOf = (stack: LoadedStack): number => sumOf(readProcesses(stack.pid).map(({ rssMb }) => rssMb));

const stillOpen = (devices: Device[]): number =>
  devices.filter(({ socket }) => socket.readyState === socket.OPEN).length;

const say = (line: string): void => console.error(line);

const describe = ({
  perSecond,
  seconds,
  accepted,
  refused,
  lost,
  left,
  latency,
  held,
}: Awaited<ReturnType<typeof hold>>): string =>
  `${perSecond} a second for ${seconds} s: ${held ? 'held' : 'not held'}; ${accepted} accepted, ` +
  `${Object.entries(refused)
    .map(([name, count]) => `${count} refused (${name}), `)
    .join('')}${lost} messages lost, ` +
  `${left} left at the end; ${latency.median.toFixed(0)} ms, p99 ${latency.p99.toFixed(0)} ms`;
