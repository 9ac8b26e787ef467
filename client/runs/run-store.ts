import type { Inputs, Run, RunList, RunStatus, ServerMessage } from '@readout/runtime/contracts.ts';
import { type Observable, subject } from '../observable.ts';
import { ReadoutError } from '../readout-error.ts';

/** A press of Run: first only asked for, then either a run or refused. */
export interface RunAsked {
  requestId: string;
  topic: string;
  report: string;
  inputs: Inputs;
  /** The run that it became. */
  runId?: string;
  /** Why it became none. */
  error?: ReadoutError;
}

export interface RunsState {
  /** Every run that was heard of, by runId. */
  runs: ReadonlyMap<string, Run>;
  /** What each topic asked for last, by topic. An earlier run of the topic stays among the runs. */
  asked: ReadonlyMap<string, RunAsked>;
  /** Where to go on asking for changes. Pushes do not move it: one of them may have been lost. */
  cursor?: string;
  /** Where to go on reading into the past; left out when everything is here, and before anything is. */
  earlier?: string;
}

const OVER: ReadonlySet<RunStatus> = new Set(['succeeded', 'failed', 'cancelled']);

export const isOver = (run: Pick<Run, 'status'>): boolean => OVER.has(run.status);

/** Cursors sort as the changes were made, so that a duplicate and a late message change nothing. */
export function isNewer(next: Run, known: Run | undefined): boolean {
  return !known || next.cursor > known.cursor;
}

export interface RunStore extends Observable<RunsState> {
  /** Run was pressed on this topic. */
  ask(asked: RunAsked): void;
  /** REST answered a request with its run. */
  answer(requestId: string, run: Run): void;
  /** Does nothing to a request that has become a run; should the run turn up later, it counts. */
  refuse(requestId: string, error: ReadoutError): void;
  /** Takes in what the connection brought. */
  hear(message: ServerMessage): void;
  /** Takes in an answer to `since`. True when it moved the cursor, so that there may be more to ask for. */
  catchUp(list: RunList): boolean;
  /** Takes in an answer to `before`. */
  learnEarlier(list: RunList): void;
}

/** What the page knows of runs, whatever transport it came by. */
export function runStore(): RunStore {
  const state = subject<RunsState>({ runs: new Map(), asked: new Map() });

  function change(requestId: string | undefined, what: Partial<RunAsked>) {
    const { asked } = state.get();
    const found = [...asked.values()].find((one) => one.requestId === requestId);
    if (!found || found.runId || (found.error && !what.runId)) return;
    state.set({
      ...state.get(),
      asked: new Map(asked).set(found.topic, { ...found, error: undefined, ...what }),
    });
  }
  function learn(runs: Run[]) {
    const known = new Map(state.get().runs);
    let news = false;
    for (const run of runs) {
      if (!isNewer(run, known.get(run.runId))) continue;
      known.set(run.runId, run);
      news = true;
    }
    if (news) state.set({ ...state.get(), runs: known });
    for (const run of runs) change(run.requestId, { runId: run.runId });
  }
  function catchUp({ runs, cursor, earlier }: RunList): boolean {
    learn(runs);
    const before = state.get().cursor;
    if (!cursor || (before && cursor <= before)) return false;
    state.set({ ...state.get(), cursor, ...(!before && { earlier }) });
    return runs.length > 0;
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    catchUp,
    learnEarlier({ runs, earlier }) {
      learn(runs);
      state.set({ ...state.get(), earlier });
    },
    ask: (one) => state.set({ ...state.get(), asked: new Map(state.get().asked).set(one.topic, one) }),
    answer(requestId, run) {
      learn([run]);
      change(requestId, { runId: run.runId });
    },
    refuse: (requestId, error) => change(requestId, { error }),
    hear(message) {
      if (message.type === 'run') learn([withoutType(message)]);
      if (message.type === 'sync') catchUp(message);
      if (message.type === 'error') change(message.requestId, { error: ReadoutError.from(message) });
    },
  };
}

function withoutType({ type: _, ...run }: { type: 'run' } & Run): Run {
  return run;
}

/** The requests that no answer has come for. */
export function unanswered({ asked }: RunsState): Set<string> {
  return new Set([...asked.values()].filter((one) => !one.runId && !one.error).map((one) => one.requestId));
}

/** Whether any run may still change. */
export function anyUnfinished({ runs, asked }: RunsState): boolean {
  return unanswered({ runs, asked }).size > 0 || [...runs.values()].some((run) => !isOver(run));
}

/** What a panel shows: its topic's last request, with the run that it became. */
export function panelOf({ runs, asked }: RunsState, topic: string): { asked?: RunAsked; run?: Run } {
  const last = asked.get(topic);
  return { asked: last, run: last?.runId ? runs.get(last.runId) : undefined };
}
