import type { Observable } from '@readout/client';
import { isOver, type RunsState } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';
import type { Preferences } from './preferences.ts';
import { allLooked, type Seen, seenFrom, withLooked } from './seen.ts';

/** What goes on and what has ended, of what the person waits for. */
export interface InboxState {
  /** The latest first. */
  unfinished: readonly Run[];
  /** Runs that have ended and were not looked at yet, the last to end first. */
  unseen: readonly Run[];
}

export interface Inbox extends Observable<InboxState> {
  /** The person has looked at what became of a run; nothing while it is unfinished. */
  look(run: Run): void;
  /** Everything that has ended counts as looked at. */
  lookAll(): void;
}

export interface InboxDeps {
  runs: Observable<RunsState>;
  preferences: Pick<Preferences, keyof Observable<unknown> | 'set' | 'load'>;
  /** Whether a person waits for it by itself. */
  isNews: (run: Run) => boolean;
}

const NAME = 'inbox.seen';
const NOTHING: InboxState = { unfinished: [], unseen: [] };

/** The person's runs as news. What was looked at is kept with the person, so that it is no news on another device. */
export function inbox({ runs, preferences, isNews }: InboxDeps): Inbox {
  let loaded = false;
  let loading: Promise<void> | undefined;
  const load = (): Promise<void> => {
    loading ??= preferences.load().then(() => {
      loaded = true;
    });
    return loading;
  };
  let shown = NOTHING;
  let of: unknown[] = [];

  function get(): InboxState {
    const now = [loaded, runs.get().runs, preferences.get()[NAME]];
    if (!loaded || now.every((one, at) => one === of[at])) return shown;
    of = now;
    shown = stateOf([...runs.get().runs.values()].filter(isNews), seenFrom(preferences.get()[NAME]));
    return shown;
  }

  return {
    get,
    subscribe(listener) {
      const stops = [runs.subscribe(listener), preferences.subscribe(listener)];
      void load().then(listener);
      return () => {
        for (const stop of stops) stop();
      };
    },
    look(run) {
      if (!isOver(run) || !isNews(run)) return;
      if (loaded && !get().unseen.some(({ runId }) => runId === run.runId)) return;
      preferences.set(NAME, (before: unknown) => withLooked(seenFrom(before), run, known()));
    },
    lookAll: () => preferences.set(NAME, allLooked(known())),
  };

  function known(): Run[] {
    return [...runs.get().runs.values()];
  }
}

function stateOf(asked: Run[], seen: Seen): InboxState {
  const latestFirst = asked.sort((a, b) => (a.cursor < b.cursor ? 1 : -1));
  return {
    unfinished: latestFirst.filter((run) => !isOver(run)),
    unseen: latestFirst.filter(
      (run) => isOver(run) && run.cursor > seen.cursor && !seen.runs.includes(run.runId),
    ),
  };
}
