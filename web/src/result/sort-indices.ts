import { type Pause, STRIDE } from './slices.ts';

/** As many are sorted at once. */
const RUN = STRIDE * 2;

/**
 * Sorts numbers in slices; equal ones stay in their order. Runs are sorted one by one and then merged, two and two,
 * back and forth between two lists.
 */
export async function sortIndices(
  list: Uint32Array,
  compare: (a: number, b: number) => number,
  pause: Pause,
): Promise<Uint32Array> {
  let from = list.slice();
  let to = new Uint32Array(list.length);
  for (let at = 0; at < from.length; at += RUN) {
    from.subarray(at, at + RUN).sort(compare);
    await pause();
  }
  for (let width = RUN; width < from.length; width *= 2) {
    for (let at = 0; at < from.length; at += width * 2) await merge(from, to, at, width, compare, pause);
    [from, to] = [to, from];
  }
  return from;
}

async function merge(
  from: Uint32Array,
  to: Uint32Array,
  at: number,
  width: number,
  compare: (a: number, b: number) => number,
  pause: Pause,
) {
  const middle = Math.min(at + width, from.length);
  const end = Math.min(middle + width, from.length);
  let [left, right] = [at, middle];
  for (let place = at; place < end; place++) {
    if (place % STRIDE === 0) await pause();
    const takesLeft =
      right >= end || (left < middle && compare(from[left] as number, from[right] as number) <= 0);
    to[place] = from[takesLeft ? left++ : right++] as number;
  }
}
