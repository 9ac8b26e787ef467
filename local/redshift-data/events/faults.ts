import type { StatementEvent } from '../statements/statement-event.ts';

/** What may befall completion events: EventBridge loses few, but promises nothing about times, order or repeats. */
export interface Faults {
  /** Chance of 0 to 1 that an event never arrives. */
  lose: number;
  /** Chance that it arrives twice. */
  duplicate: number;
  /** Chance that it arrives after the one behind it, or a second late where none follows. */
  reorder: number;
  /** Milliseconds by which every event is late. */
  delay: number;
  /** The same seed makes the same faults. */
  seed: number;
}

export type Publish = (event: StatementEvent) => void | Promise<void>;

export interface FaultDeps {
  /** Numbers of 0 to 1. */
  random: () => number;
  /** Does something after some milliseconds. */
  later: (milliseconds: number, action: () => void) => void;
}

const none: Faults = { lose: 0, duplicate: 0, reorder: 0, delay: 0, seed: 1 };
const longestHold = 1000;

/**
 * Reads `lose=0.1,duplicate=0.2,delay=500,reorder=0.1,seed=7`; what is left out does not happen.
 * @param known every fault there is, as it is when left out: a caller may have more than these
 * @param whole those of them that are whole numbers; all others are chances of 0 to 1
 * @throws Error that says what is wrong
 */
export const parseFaults = <Known extends object = Faults>(
  spec: string,
  known: Known = none as Known,
  whole: string[] = ['delay', 'seed'],
): Known => {
  const faults = { ...known } as Record<string, number>;
  for (const part of spec.split(',').filter(Boolean)) {
    const [name = '', text = ''] = part.split('=');
    if (!Object.hasOwn(known, name))
      throw new Error(`"${name}" is no fault: ${Object.keys(known).join(', ')}`);
    const value = Number(text);
    const fits = whole.includes(name) ? Number.isInteger(value) : value <= 1;
    if (text === '' || !(value >= 0 && fits)) {
      const expected = whole.includes(name) ? 'a whole number' : 'a number from 0 to 1';
      throw new Error(`${name}=${text}: expected ${expected}`);
    }
    faults[name] = value;
  }
  return faults as Known;
};

/** `publish` with faults. It answers at once; what a late `publish` throws goes to `failed`. */
export const withFaults = (
  publish: Publish,
  faults: Faults,
  { random, later }: FaultDeps = { random: seededRandom(faults.seed), later: inTime },
  failed: (error: unknown) => void = console.error,
): Publish => {
  const held: (() => void)[] = [];
  const send = (event: StatementEvent): void => {
    Promise.resolve(event).then(publish).catch(failed);
  };
  const deliver = (event: StatementEvent): void => {
    if (random() < faults.reorder) {
      let sent = false;
      const release = (): void => {
        if (!sent) send(event);
        sent = true;
      };
      held.push(release);
      later(longestHold, release);
      return;
    }
    send(event);
    for (const release of held.splice(0)) release();
  };
  return (event) => {
    if (random() < faults.lose) return;
    const copies = random() < faults.duplicate ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      if (faults.delay > 0) later(faults.delay, () => deliver(event));
      else deliver(event);
    }
  };
};

const inTime: FaultDeps['later'] = (milliseconds, action) => void setTimeout(action, milliseconds).unref();

/** Numbers of 0 to 1 that a seed decides (mulberry32). */
export const seededRandom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
