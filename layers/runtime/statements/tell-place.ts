import type { Runs } from '../runs.ts';
import type { TellRun } from '../tell-run.ts';
import type { Entrant, Line } from './line.ts';
import type { Statements } from './statements.ts';

export interface TellPlaceDeps {
  line: Pick<Line, 'placeOf'>;
  statements: Pick<Statements, 'get'>;
  runs: Pick<Runs, 'place'>;
  tell: TellRun;
  now(): Date;
}

/** Tells all members of a statement that waits its place, when it is another than they know; false when it does not wait. */
export type TellPlace = (entrant: Entrant) => Promise<boolean>;

export const placeTeller =
  ({ line, statements, runs, tell, now }: TellPlaceDeps): TellPlace =>
  async (entrant) => {
    const place = await line.placeOf(entrant);
    if (place === undefined) return false;
    const statement = await statements.get(entrant.id);
    for (const member of statement?.members ?? []) {
      const moved = await runs.place(member, place, now());
      if (moved) await tell(moved);
    }
    return true;
  };
