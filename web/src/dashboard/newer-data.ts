import { isOver } from '@readout/client';
import type { TileRun } from './use-tiles.ts';

type Outdated = Pick<TileRun, 'tile' | 'topic' | 'asked' | 'run' | 'busy'>;

/** How often one tile is asked again because of one load. */
const MOST = 3;

/**
 * Says which tiles to ask again, because data that they read was loaded since. A tile first asks as anybody does, so that
 * one answer serves all who look. Where what is kept is of before the load, one of those that ask the same asks Redshift
 * itself, and the others when that is there. What is on its way goes on.
 */
export function newerData() {
  const tries = new Map<string, number>();
  const freshened = new Set<string>();

  return function askAgain<One extends Outdated>(tiles: readonly One[]): { of: One; fresh: boolean }[] {
    const underWay = new Set(tiles.filter(({ busy }) => busy).map(questionOf));
    const again: { of: One; fresh: boolean }[] = [];
    for (const one of tiles) {
      const { topic, tile } = one;
      if (!isOutdated(one)) continue;
      const [own, question] = [`${topic} ${tile.newestLoadAt}`, questionOf(one)];
      const tried = tries.get(own) ?? 0;
      if (tried === MOST || (tried > 0 && underWay.has(question))) continue;
      const fresh = tried > 0 && !freshened.has(question);
      if (fresh) freshened.add(question);
      if (tried > 0) underWay.add(question);
      tries.set(own, tried + 1);
      again.push({ of: one, fresh });
    }
    return again;
  };
}

/** Whether a tile shows what was read before the load. */
const isOutdated = ({ tile: { newestLoadAt }, run, busy }: Outdated): boolean =>
  newestLoadAt !== undefined &&
  !busy &&
  run !== undefined &&
  isOver(run) &&
  (run.asOf ?? run.createdAt) < newestLoadAt;

/** The same for tiles of which one answer serves all, after one load. */
const questionOf = ({ tile: { report, newestLoadAt }, asked }: Outdated): string =>
  JSON.stringify([report, asked?.inputs, newestLoadAt]);
