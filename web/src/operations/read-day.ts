import type { OperatorRun, OperatorRunList } from '@readout/runtime/contracts.ts';

export type ListDay = (day: string, page?: string) => Promise<OperatorRunList>;

/**
 * Everybody's runs of a day, the latest first. With what was read `before` to the end, only as far back as something may
 * have changed since: to the earliest run that had not ended, or else to the latest one.
 */
export async function readDay(
  list: ListDay,
  day: string,
  before: readonly OperatorRun[] = [],
): Promise<OperatorRun[]> {
  const known = new Map(before.map((run) => [run.runId, run]));
  const until = changesUntil(before);
  for (let page: string | undefined; ; ) {
    const { runs, next } = await list(day, page);
    for (const run of runs) {
      // The list is read from an index that may be a little behind.
      if (run.cursor >= (known.get(run.runId)?.cursor ?? '')) known.set(run.runId, run);
    }
    const last = runs.at(-1);
    if (next === undefined || (until && last && last.createdAt < until)) break;
    page = next;
  }
  return [...known.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

export const isOpen = ({ status }: Pick<OperatorRun, 'status'>): boolean =>
  status === 'queued' || status === 'running';

function changesUntil(before: readonly OperatorRun[]): string | undefined {
  const times = before.filter(isOpen).map(({ createdAt }) => createdAt);
  const [latest] = before
    .map(({ createdAt }) => createdAt)
    .sort()
    .reverse();
  return times.sort()[0] ?? latest;
}
