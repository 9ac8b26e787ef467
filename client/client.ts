import type {
  Download,
  DownloadRequest,
  Inputs,
  Report,
  ResultPage,
  Run,
  RunWishes,
} from '@readout/runtime/contracts.ts';
import type { Socket } from './connection/line.ts';
import { subject } from './observable.ts';
import { ReadoutError } from './readout-error.ts';
import { type RestClient, restClient } from './rest-client.ts';
import { type ExactCell, pagesOf, rowsOf } from './result/rows.ts';
import { type FollowedRuns, followRuns } from './runs/follow-runs.ts';
import { isOver } from './runs/run-store.ts';
import { after } from './timer.ts';

export interface ClientOptions {
  /** Base address of REST, without a trailing slash; `rest` of the page's `/config.json`. */
  rest: string;
  /** Address of the WebSocket; `websocket` of the page's `/config.json`. */
  websocket: string;
  /** Answers a Cognito ID token that is good for a while yet; asked before every request. */
  idToken: () => Promise<string>;
  /**
   * Opens a WebSocket. Without it the global one is used; where there is none (Node before 22), the client asks for
   * changes every three seconds instead. With the package ws: `(url) => new WebSocket(url)`.
   */
  openSocket?: (url: string) => Socket;
  fetch?: typeof fetch;
}

export interface Following {
  /** Called with the run as it stands, and again with each change. */
  onChange?: (run: Run) => void;
  /** Ends the waiting, and not the run. */
  signal?: AbortSignal;
}

export interface Client {
  /** Every route of REST, one method each. */
  rest: RestClient;
  /** The reports that the caller may run. */
  reports(): Promise<Report[]>;
  /** Starts a run; it goes on whatever becomes of this program. */
  start(report: string, inputs?: Inputs, wishes?: RunWishes): Promise<Run>;
  /**
   * Resolves with the run when it is over, however it ended. Rejects with ReadoutError `Unauthorized` when the sign-in
   * ends before.
   */
  ended(runId: string, following?: Following): Promise<Run>;
  /** Starts a run and waits for its end. */
  run(report: string, inputs?: Inputs, following?: Following & RunWishes): Promise<Run>;
  /** The result of a run that has succeeded, page by page, as REST gives it. */
  pages(runId: string): AsyncGenerator<ResultPage, void>;
  /** The same row by row, with exact integers. */
  rows(runId: string): AsyncGenerator<ExactCell[], void>;
  /** Cancels a run. Throws ReadoutError `RunEnded` when it is over. */
  cancel(runId: string): Promise<Run>;
  /** Links to the result as a file; a large one is waited for. Throws ReadoutError why there is none. */
  download(runId: string, request: DownloadRequest, following?: Following): Promise<Download>;
  /** Ends the connection, every timer and all waiting, so that the program can end; it may be used again. */
  close(): void;
}

/** Readout for a program. Nothing is opened before something is waited for. */
export function createClient({
  rest: address,
  websocket,
  idToken,
  fetch,
  ...options
}: ClientOptions): Client {
  const rest = restClient({ rest: address, idToken, fetch });
  const openSocket = options.openSocket ?? globalSocket();
  let runs: FollowedRuns | undefined;
  let closing = new AbortController();
  /** Why nothing will be heard of any run. */
  const over = subject<ReadoutError | undefined>(undefined);

  function followed(): FollowedRuns {
    runs ??= follow();
    if (openSocket) runs.connection.open();
    return runs;
  }

  function follow(): FollowedRuns {
    const following = followRuns({
      websocket,
      rest,
      openSocket: openSocket as (url: string) => Socket, // without one it is never opened
      newId: () => crypto.randomUUID(),
      after,
      now: Date.now,
      random: Math.random,
      onAskFailed: tellOver,
    });
    const { status } = following.connection;
    status.subscribe(() => tellOver(status.get().error));
    return following;
  }

  function tellOver(error?: ReadoutError) {
    if (error?.name === 'Unauthorized') over.set(error);
  }

  async function ended(runId: string, { onChange, signal }: Following = {}): Promise<Run> {
    const aborted = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]);
    aborted.throwIfAborted();
    over.set(undefined);
    const found = await rest.getRun(runId);
    const following = followed();
    following.remember(found);
    return new Promise((resolve, reject) => {
      let shown: Run | undefined;
      const stops = [following.subscribe(look), over.subscribe(look)];
      aborted.addEventListener('abort', look);
      look();

      function look() {
        const run = following.get().runs.get(runId);
        if (run && run !== shown) onChange?.(run);
        shown = run;
        const error = over.get();
        if (run && isOver(run)) finish(() => resolve(run));
        else if (aborted.aborted) finish(() => reject(aborted.reason));
        else if (error) finish(() => reject(error));
      }
      function finish(settle: () => void) {
        for (const stop of stops) stop();
        aborted.removeEventListener('abort', look);
        settle();
      }
    });
  }

  const start: Client['start'] = (report, inputs = {}, wishes = {}) =>
    rest.startRun(report, { inputs, ...wishes });
  const pages: Client['pages'] = (runId) => pagesOf(rest.getResult, runId);

  return {
    rest,
    reports: rest.listReports,
    start,
    ended,
    async run(report, inputs, { onChange, signal, ...wishes } = {}) {
      const { runId } = await start(report, inputs, wishes);
      return ended(runId, { onChange, signal });
    },
    pages,
    rows: (runId) => rowsOf(pages(runId)),
    async cancel(runId) {
      const run = await rest.cancelRun(runId);
      runs?.remember(run);
      return run;
    },
    async download(runId, request, following) {
      const answer = await rest.download(runId, request);
      if ('files' in answer) return answer;
      const prepared = await ended(answer.runId, following);
      if (prepared.status !== 'succeeded') throw failureOf(prepared);
      const ready = await rest.download(runId, request);
      if ('files' in ready) return ready;
      throw new ReadoutError('Unavailable', 'The file is being prepared anew; ask again.');
    },
    close() {
      closing.abort(new ReadoutError('Offline', 'The client was closed.'));
      closing = new AbortController();
      runs?.close();
      runs = undefined;
    },
  };
}

/** Why a run that is over has no result. */
export function failureOf({ error, status }: Run): ReadoutError {
  return error ? ReadoutError.from(error) : new ReadoutError('Unavailable', `The run was ${status}.`);
}

function globalSocket(): ClientOptions['openSocket'] {
  const { WebSocket } = globalThis as { WebSocket?: new (url: string) => Socket };
  return WebSocket && ((url) => new WebSocket(url));
}
