import type { Report } from '@readout/runtime/contracts.ts';

/** A folder of reports; those of its own folders count too. */
export interface Folder {
  /** `finance/daily` */
  path: string;
  /** `daily` */
  name: string;
  /** 0 for one that is in no other. */
  depth: number;
  count: number;
}

/** The folder that a report is in; empty when it is in none. */
export const folderOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('/')));

export const isIn = (id: string, folder: string): boolean => id.startsWith(`${folder}/`);

/** Every folder that a report is in, directly or not, each below the one that it is in. */
export function foldersOf(reports: Iterable<Pick<Report, 'id'>>): Folder[] {
  const counts = new Map<string, number>();
  for (const { id } of reports)
    for (let path = folderOf(id); path; path = folderOf(path)) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts]
    .map(([path, count]) => ({ path, count, parts: path.split('/') }))
    .sort((a, b) => compareParts(a.parts, b.parts))
    .map(({ path, count, parts }) => ({
      path,
      count,
      name: parts.at(-1) ?? '',
      depth: parts.length - 1,
    }));
}

function compareParts(a: string[], b: string[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? '').localeCompare(b[at] ?? '');
}
