import type { Run } from '@readout/runtime/contracts.ts';

/** The run that was begun last to prepare a file of another run's rows. */
export function preparingOf(runs: Iterable<Run>, runId: string): Run | undefined {
  const all = [...runs].filter(({ download }) => download?.of === runId);
  return all.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
}
