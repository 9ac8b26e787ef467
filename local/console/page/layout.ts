import type { Way, Workflow } from './workflow.ts';

/** Where a state is drawn: column and row of a grid, from 0. */
export interface Place {
  column: number;
  row: number;
}

/**
 * Lays a workflow out from top to bottom. A state stands below all that lead to it. The first column holds the usual way
 * through, the last one what only errors lead to, and those between what else there is.
 */
export function layOut({ start, states, ways }: Workflow): Map<string, Place> {
  const forward = withoutLoops(start, ways);
  const rows = rowsOf(start, forward);
  const usual = new Set(usualWay(start, forward));
  const places = new Map<string, Place>();
  const taken = new Set<string>();
  const put = (name: string, first: number): void => {
    const row = rows.get(name) ?? 0;
    let column = first;
    while (taken.has(`${column} ${row}`)) column += 1;
    taken.add(`${column} ${row}`);
    places.set(name, { column, row });
  };
  const reached = states.map(({ name }) => name).filter((name) => rows.has(name));
  const failing = reached.filter((name) => !usual.has(name) && isForErrors(name, ways));
  for (const name of reached) if (usual.has(name)) put(name, 0);
  for (const name of reached) if (!usual.has(name) && !failing.includes(name)) put(name, 1);
  const last = Math.max(0, ...[...places.values()].map(({ column }) => column)) + 1;
  for (const name of failing) put(name, last);
  return places;
}

/** The ways that lead on: one that leads back to a state on the way to it is left out. */
function withoutLoops(start: string, ways: Way[]): Way[] {
  const kept: Way[] = [];
  const done = new Set<string>();
  const visit = (name: string, path: ReadonlySet<string>): void => {
    if (done.has(name)) return;
    done.add(name);
    for (const way of ways.filter(({ from }) => from === name)) {
      if (path.has(way.to)) continue;
      kept.push(way);
      visit(way.to, new Set([...path, way.to]));
    }
  };
  visit(start, new Set([start]));
  return kept;
}

/** The length of the longest way to each state. */
function rowsOf(start: string, ways: Way[]): Map<string, number> {
  const rows = new Map([[start, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of ways) {
      const row = (rows.get(from) ?? Number.NaN) + 1;
      if (row > (rows.get(to) ?? -1)) {
        rows.set(to, row);
        changed = true;
      }
    }
  }
  return rows;
}

/** At every choice the first that is named. */
function usualWay(start: string, ways: Way[]): string[] {
  const next = ways.find(({ from, caught }) => from === start && !caught);
  return next ? [start, ...usualWay(next.to, ways)] : [start];
}

/** Whether some error leads there, or only from where errors lead. */
function isForErrors(name: string, ways: Way[], seen: ReadonlySet<string> = new Set()): boolean {
  const to = ways.filter((way) => way.to === name && !seen.has(way.from));
  if (to.some(({ caught }) => caught)) return to.filter(({ caught }) => caught).length * 2 >= to.length;
  return to.length > 0 && to.every(({ from }) => isForErrors(from, ways, new Set([...seen, name])));
}
