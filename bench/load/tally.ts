import type { Heard } from './devices.ts';

/** A run that was accepted, or is about to be. */
interface Entry {
  owner: number;
  /** performance.now() */
  offeredAt: number;
  /** When the last of the owner's devices heard the end. */
  endedAt?: number;
  /** Devices that heard how the run ended. */
  heardBy: Set<number>;
  status?: string;
}

const final = ['succeeded', 'failed', 'cancelled'];

/** Counts for every accepted run who has heard its end. A message may come before the answer that names the run. */
export class Tally {
  readonly #entries = new Map<string, Entry>();
  readonly #early = new Map<string, { device: number; status: string }[]>();

  constructor(readonly devicesEach: number) {}

  accept(runId: string, owner: number, offeredAt: number): void {
    this.#entries.set(runId, { owner, offeredAt, heardBy: new Set() });
    for (const { device, status } of this.#early.get(runId) ?? []) this.#end(runId, device, status);
    this.#early.delete(runId);
  }

  hear(device: number, { type, runId, status = '' }: Heard): void {
    if (type !== 'run' || !runId || !final.includes(status)) return;
    if (this.#entries.has(runId)) this.#end(runId, device, status);
    else this.#early.set(runId, [...(this.#early.get(runId) ?? []), { device, status }]);
  }

  #end(runId: string, device: number, status: string): void {
    const entry = this.#entries.get(runId);
    if (!entry) return;
    entry.status = status;
    entry.heardBy.add(device);
    if (entry.heardBy.size === this.devicesEach) entry.endedAt ??= performance.now();
  }

  /** Runs whose end not every device has heard. */
  get open(): number {
    return [...this.#entries.values()].filter(({ endedAt }) => endedAt === undefined).length;
  }

  /** Messages that every device of every owner is owed, and that never came. */
  get lost(): number {
    return [...this.#entries.values()].reduce((sum, { heardBy }) => sum + this.devicesEach - heardBy.size, 0);
  }

  get accepted(): number {
    return this.#entries.size;
  }

  statuses(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { status = 'open' } of this.#entries.values()) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  /** Milliseconds from the offer until the last device heard the end, sorted. */
  latencies(): number[] {
    return [...this.#entries.values()]
      .flatMap(({ offeredAt, endedAt }) => (endedAt === undefined ? [] : [endedAt - offeredAt]))
      .sort((a, b) => a - b);
  }
}
