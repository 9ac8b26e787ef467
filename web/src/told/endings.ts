import { isOver, type Observable, type RunsState, subject } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';

/** A run that ended while nobody looked at it. */
export interface Ending {
  run: Run;
  /** Its panel is there, behind a page that is hidden: to be seen is enough. */
  onScreen: boolean;
}

/** What there is to tell, the latest last. */
export interface Endings extends Observable<readonly Ending[]> {
  /** The runs have been seen. */
  see(isSeen: (ending: Ending) => boolean): void;
}

export interface EndingsDeps {
  runs: Observable<RunsState>;
  /** Whether a person asked for the run by name. */
  isAskedFor: (run: Run) => boolean;
  isOnScreen: (runId: string) => boolean;
  isHidden: () => boolean;
  /** Called for each ending as it comes. */
  tell: (run: Run) => void;
}

/** Watches runs for ends that their owner does not see come. Ends with the function that it answers. */
export function watchEndings(deps: EndingsDeps): { endings: Endings; stop: () => void } {
  const { runs, isAskedFor, isOnScreen, isHidden, tell } = deps;
  const endings = subject<readonly Ending[]>([]);
  let before = runs.get().runs;

  const stop = runs.subscribe(() => {
    const now = runs.get().runs;
    const ended = justEnded(before, now).filter(
      (run) => isAskedFor(run) && (isHidden() || !isOnScreen(run.runId)),
    );
    before = now;
    if (ended.length === 0) return;
    endings.set([...endings.get(), ...ended.map((run) => ({ run, onScreen: isOnScreen(run.runId) }))]);
    ended.forEach(tell);
  });
  return {
    stop,
    endings: {
      get: endings.get,
      subscribe: endings.subscribe,
      see(isSeen) {
        const left = endings.get().filter((ending) => !isSeen(ending));
        if (left.length < endings.get().length) endings.set(left);
      },
    },
  };
}

/** The runs that were unfinished and are over. One that was over when it was first heard of is no news. */
function justEnded(before: RunsState['runs'], now: RunsState['runs']): Run[] {
  if (before === now) return [];
  return [...now.values()].filter((run) => {
    const known = before.get(run.runId);
    return isOver(run) && known !== undefined && !isOver(known);
  });
}
