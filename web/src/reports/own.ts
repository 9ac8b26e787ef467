import type { Run } from '@readout/runtime/contracts.ts';

/** The name of the preference that holds a person's favourites: the ids of reports. */
export const FAVOURITES = 'favourites';

/** Reads the preference; what another version of the page may have left there counts as nothing. */
export const favouritesFrom = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];

/** The favourites after a press of the star. */
export const withFavourite = (value: unknown, id: string): string[] => {
  const before = favouritesFrom(value);
  return before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
};

/** The latest run of each report, the latest first. */
export function latestRuns(runs: Iterable<Run>): ReadonlyMap<string, Run> {
  const latest = new Map<string, Run>();
  for (const run of [...runs].sort((a, b) => b.createdAt.localeCompare(a.createdAt)))
    if (!latest.has(run.report)) latest.set(run.report, run);
  return latest;
}
