import type fc from 'fast-check';
import type { FaultPlan } from '../../local/faults/plan.ts';
import type { Deed, Script } from './script.ts';
import { withBorrowedGlobals } from './world/borrowed-globals.ts';
import type { Deployment } from './world/deployment.ts';
import type { Claims } from './world/gateway.ts';
import { createWorld, type World } from './world/world.ts';

/** One page that a person has open. */
export interface Device {
  deed(deed: Deed): void;
  /** Closes the page for good; `everywhere` signs out. */
  close(everywhere?: boolean): void;
}

/** What the runs of a design met with. The fields of `losses` are counts of runs. */
export interface Review {
  /** Runs that were accepted. */
  runs: number;
  losses: Losses;
  /** Everything that should not be, in words. */
  violations: string[];
}

export interface Losses {
  neverAnswered: number;
  answeredTwice: number;
  answeredToOthers: number;
  runTwice: number;
  withoutFinalState: number;
}

/** An application that is tried. */
export interface Design<D extends Device = Device> {
  name: string;
  deployment: Deployment;
  /** Objects in its buckets, `<bucket>/<key>` to text. */
  objects: Map<string, string>;
  /** Those that take their place when the script ships others. */
  shipped: Map<string, string>;
  /** What it is tried with; else what all are. */
  trials?: fc.Arbitrary<{ plan: FaultPlan; script: Script }>;
  open(world: World, seat: Seat): D;
  /** Whether nothing is left to wait for. */
  atRest(world: World, devices: D[]): boolean;
  /** What the operator does when events lie in a dead-letter queue. */
  replay(world: World): void;
  /** Once all is at rest. */
  review(world: World, devices: D[], trial: { plan: FaultPlan; script: Script }): Promise<Review>;
}

export interface Seat {
  person: string;
  /** Unique among all devices of all people. */
  device: string;
  claims: Claims;
}

export interface Simulation {
  review: Review;
  /** Virtual milliseconds until it came to rest. */
  took: number;
  /** Equal for two simulations that went the same way. */
  fingerprint: string;
}

/** So long after people have stopped, and things have stopped going wrong, all must be at rest. */
const restWithin = 3_600_000;
const looksEvery = 60_000;

/** Runs one script under one plan on one design. */
export const simulate = async <D extends Device>(
  design: Design<D>,
  plan: FaultPlan,
  script: Script,
  trace?: (line: string) => void,
): Promise<Simulation> => {
  const print = fingerprinter();
  const world = await createWorld({
    deployment: design.deployment,
    objects: new Map(design.objects),
    plan,
    faultsUntil: script.lasts,
    trace: (line) => {
      print.add(line);
      trace?.(line);
    },
  });
  return withBorrowedGlobals({ time: world.time, random: world.dice('machine') }, async () => {
    const devices = await act(design, world, script);
    await comeToRest(design, world, devices, script);
    const took = world.elapsed();
    const review = await design.review(world, devices, { plan, script });
    for (const device of devices) device.close();
    void world.eventBridge.close();
    return { review, took, fingerprint: print.text() };
  });
};

/** People open their devices and do what the script says. @returns every device that was ever open */
const act = async <D extends Device>(design: Design<D>, world: World, script: Script): Promise<D[]> => {
  const devices: D[] = [];
  const places = new Map<string, D>();
  const open = (person: number, place: number) => {
    const seat = seatOf(person, devices.length);
    world.trace(`${seat.device} opens a page`);
    const device = design.open(world, seat);
    devices.push(device);
    places.set(`${person}/${place}`, device);
  };
  for (const [person, count] of script.devices.entries())
    for (let place = 0; place < count; place += 1)
      world.time.after(1_000 * world.dice('people')(), () => open(person, place));
  for (const { at, person, device, deed } of script.actions)
    world.time.after(at, () => {
      const place = `${person}/${device % (script.devices[person] ?? 1)}`;
      const found = places.get(place);
      if (!found) return; // its page is being reopened
      if (deed.do !== 'reopen') return found.deed(deed);
      places.delete(place);
      found.close(deed.everywhere);
      world.time.after(deed.after, () => open(person, device % (script.devices[person] ?? 1)));
    });
  if (script.ships !== undefined)
    world.time.after(script.ships, () => {
      for (const [name, text] of design.shipped) world.objects.set(name, text);
    });
  await world.time.runUntil(world.time.now() + script.lasts);
  return devices;
};

const comeToRest = async <D extends Device>(
  design: Design<D>,
  world: World,
  devices: D[],
  { lasts }: Script,
): Promise<void> => {
  while (world.elapsed() < lasts + restWithin) {
    if (world.deadLetters() > 0) {
      world.trace(`the operator finds ${world.deadLetters()} dead letters`);
      design.replay(world);
    }
    await world.time.runUntil(world.time.now() + looksEvery);
    if (world.deadLetters() === 0 && world.workflows.running() === 0 && design.atRest(world, devices)) return;
  }
};

export const seatOf = (person: number, device: number): Seat => {
  const sub = `00000000-0000-4000-8000-${String(person).padStart(12, '0')}`;
  const claims = {
    sub,
    email: `person-${person}@example.com`,
    'cognito:groups': 'analysts',
    token_use: 'id',
    aud: 'UserPoolClient',
  };
  return { person: sub, device: `device ${device} of person ${person}`, claims };
};

/** A number for a text of any length (FNV-1a, two halves). */
const fingerprinter = () => {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  return {
    add(line: string) {
      for (let at = 0; at < line.length; at += 1) {
        low = Math.imul(low ^ line.charCodeAt(at), 0x01000193);
        high = Math.imul(high ^ line.charCodeAt(at), 0x85ebca6b);
      }
    },
    text: () => [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join(''),
  };
};
