import type { After } from '../timer.ts';

/** Time that only moves when a test says so. */
export function manualTimer() {
  let now = 0;
  let slept = 0;
  let waiting: { due: number; callback: () => void }[] = [];

  const after: After = (milliseconds, callback) => {
    const entry = { due: now + milliseconds, callback };
    waiting.push(entry);
    return () => {
      waiting = waiting.filter((one) => one !== entry);
    };
  };
  /** Moves the time on and calls back whatever is due, in order. */
  function advance(milliseconds: number): void {
    const until = now + milliseconds;
    for (;;) {
      const next = waiting.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      waiting = waiting.filter((one) => one !== next);
      now = next.due;
      next.callback();
    }
    now = until;
  }
  /** The clock goes on while every timer stands still, as in a laptop that sleeps. */
  function sleep(milliseconds: number): void {
    slept += milliseconds;
  }
  return { after, advance, sleep, now: () => now + slept };
}
