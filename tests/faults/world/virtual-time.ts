interface Timer {
  due: number;
  /** Of two that are due at one moment the one that was set first goes first. */
  order: number;
  /** Undefined once it was cancelled. */
  action?: (() => Promise<void> | void) | undefined;
}

/** Every promise and tick that can go on without the time going on has gone on when this resolves. */
const settled = async (): Promise<void> => {
  for (let round = 0; round < 2; round += 1) await new Promise<void>((turn) => setImmediate(turn));
};

/**
 * Time that goes from one thing to do to the next, and in between waits until everything has come to rest, so that
 * nothing depends on how fast the machine is.
 */
export class VirtualTime {
  #now: number;
  #order = 0;
  readonly #heap: Timer[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** Does something after so many milliseconds. @returns what cancels it */
  after(milliseconds: number, action: () => unknown): () => void {
    return this.#set(milliseconds, () => void action());
  }

  /** Does something after so many milliseconds, during which nothing else happens: it must not wait for the time. */
  alone(milliseconds: number, action: () => Promise<void>): void {
    this.#set(milliseconds, action);
  }

  #set(milliseconds: number, action: () => Promise<void> | void): () => void {
    this.#order += 1;
    const timer: Timer = { due: this.#now + Math.max(0, milliseconds), order: this.#order, action };
    this.#push(timer);
    return () => {
      timer.action = undefined;
    };
  }

  /** Resolves after so many milliseconds, or rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => {
        cancel();
        reject(signal?.reason);
      };
      const cancel = this.after(milliseconds, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  /** Lets the time go on to a moment, or until `done` says so or nothing is left to happen. */
  async runUntil(moment: number, done: () => boolean = () => false): Promise<void> {
    await settled();
    while (!done()) {
      const timer = this.#next(moment);
      if (!timer) break;
      this.#now = timer.due;
      await timer.action?.();
      await settled();
    }
    if (!done()) this.#now = Math.max(this.#now, moment);
  }

  /** Takes out the first timer that is due by then. */
  #next(moment: number): Timer | undefined {
    for (let first = this.#heap[0]; first && first.due <= moment; first = this.#heap[0]) {
      this.#pop();
      if (first.action) return first;
    }
    return undefined;
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(timer);
    for (let parent = (at - 1) >> 1; at > 0 && before(timer, heap[parent] as Timer); parent = (at - 1) >> 1) {
      heap[at] = heap[parent] as Timer;
      at = parent;
    }
    heap[at] = timer;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop() as Timer;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Timer, heap[child] as Timer)) child += 1;
      if (!before(heap[child] as Timer, last)) break;
      heap[at] = heap[child] as Timer;
      at = child;
    }
    heap[at] = last;
  }
}

const before = (one: Timer, other: Timer): boolean =>
  one.due < other.due || (one.due === other.due && one.order < other.order);
