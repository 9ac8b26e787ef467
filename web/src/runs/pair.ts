import type { Run } from '@readout/runtime/contracts.ts';

/** Whether a run may be chosen beside those that are: two finished ones of one report are compared. */
export function fitsPair(run: Run, chosen: readonly Run[]): boolean {
  if (chosen.some(({ runId }) => runId === run.runId)) return true;
  return (
    run.status === 'succeeded' && chosen.length < 2 && chosen.every(({ report }) => report === run.report)
  );
}

/** As many of these as make a pair, in their order: all that are on a page may have been marked at once. */
export function pairOf(marked: readonly Run[]): Run[] {
  const pair: Run[] = [];
  for (const run of marked) if (fitsPair(run, pair)) pair.push(run);
  return pair;
}

/** Both of a pair, the earlier one first. */
export function inOrder(chosen: readonly Run[]): [left: Run, right: Run] | undefined {
  const [left, right] = [...chosen].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return left && right && [left, right];
}
