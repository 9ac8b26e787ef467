import type { Findings } from '../measurement.ts';
import { type LoadedStack, startLoadedStack } from '../stack-process.ts';
import { bareStatements } from './bare-statements.ts';
import { type Device, keepAwake, openDevices } from './devices.ts';
import { findHighest } from './find-highest.ts';
import { measurementsOf, notesOf } from './findings.ts';
import { type Hearing, hold } from './hold.ts';
import { hotPath } from './hot-path.ts';
import type { OfferDeps } from './offer.ts';
import { signInPeople } from './people.ts';
import { readProcesses, sumOf } from './processes.ts';

export const title = 'Runs and connections on one machine';

const people = 2500;
/** A laptop and a phone. */
const devicesEach = 2;

/** Five thousand pages open, runs at the highest rate that is held for two minutes, and what holds it there. */
export const measure = async (): Promise<Findings> => {
  const stack = await startLoadedStack();
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
    const deps: OfferDeps = { rest: stack.description.rest, people: persons, devices };
    const tryRate = async (perSecond: number, seconds: number) => {
      const held = await hold(stack, deps, hearing, { perSecond, seconds });
      say(describe(held));
      return held;
    };
    const highest = await findHighest(tryRate);
    say('what the stack does at that rate');
    const profile = await stack.inspector.profile(() =>
      hold(stack, deps, hearing, { perSecond: highest.perSecond, seconds: 20 }),
    );
    say('the bare statements');
    const bare = await bareStatements(stack, 500);
    clearInterval(asleep);
    const found = { highest, bare, emptyMb, openMb, path: hotPath(profile), open: stillOpen(devices) };
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
  lost,
  left,
  latency,
  held,
}: Awaited<ReturnType<typeof hold>>): string =>
  `${perSecond} a second for ${seconds} s: ${held ? 'held' : 'not held'}; ${accepted} accepted, ${lost} messages lost, ` +
  `${left} left at the end; ${latency.median.toFixed(0)} ms, p99 ${latency.p99.toFixed(0)} ms`;
