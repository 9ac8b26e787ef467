import type {
  Download,
  DownloadRequest,
  Inputs,
  Pipeline,
  PipelineRun,
  Report,
  ResultPage,
  Run,
  RunWishes,
} from '@readout/runtime/contracts.ts';
import type { Socket } from './connection/line.ts';
import { subject } from './observable.ts';
import { askRegularly } from './pipelines/ask-regularly.ts';
import { isOpen, pipelineRunStore } from './pipelines/pipeline-run-store.ts';
import { asReadoutError, ReadoutError } from './readout-error.ts';
import { type RestClient, restClient } from './rest-client.ts';
import { type ExactCell, pagesOf, rowsOf } from './result/rows.ts';
import { type FollowedRuns, followRuns } from './runs/follow-runs.ts';
import { isOver } from './runs/run-store.ts';
import { after } from './timer.ts';
import { waitForEnd } from './wait-for-end.ts';

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

export interface Following<One = Run> {
  /** Called with the run as it stands, and again with each change. */
  onChange?: (run: One) => void;
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
  /** The pipelines that the caller may see. */
  pipelines(): Promise<Pipeline[]>;
  /** Starts a run of a pipeline; it goes on whatever becomes of this program. Throws ReadoutError `PipelineBusy`. */
  startPipeline(pipeline: string, inputs?: Inputs): Promise<PipelineRun>;
  /** Starts another run from the step that failed, with the same inputs. */
  retryPipelineRun(runId: string): Promise<PipelineRun>;
  /** Stops what runs in Redshift, and sends nothing more. */
  cancelPipelineRun(runId: string): Promise<PipelineRun>;
  /** As `ended`, of a run of a pipeline; each of its scripts has a status of its own. */
  pipelineEnded(runId: string, following?: Following<PipelineRun>): Promise<PipelineRun>;
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
  const works = pipelineRunStore();
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
      onMessage(message) {
        if (message.type !== 'pipeline-run') return;
        const { type: _, ...run } = message;
        works.hear(run);
      },
      onAskFailed: tellOver,
    });
    const { status } = following.connection;
    status.subscribe(() => tellOver(status.get().error));
    return following;
  }

  function tellOver(error?: ReadoutError) {
    if (error?.name === 'Unauthorized') over.set(error);
  }

  /** What all waiting has in common. Throws the reason of a signal that is aborted already. */
  function waiting(signal: AbortSignal | undefined) {
    const aborted = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]);
    aborted.throwIfAborted();
    over.set(undefined);
    return { trouble: over.get, signal: aborted };
  }

  async function ended(runId: string, { onChange, signal }: Following = {}): Promise<Run> {
    const common = waiting(signal);
    const found = await rest.getRun(runId);
    const following = followed();
    following.remember(found);
    const find = () => following.get().runs.get(runId);
    return waitForEnd({ ...common, find, isOver, sources: [following, over], onChange });
  }

  const pipelineEnded: Client['pipelineEnded'] = async (runId, { onChange, signal } = {}) => {
    const common = waiting(signal);
    const ask = async () => works.hear(await rest.getPipelineRun(runId));
    await ask();
    const { status } = followed().connection;
    const stop = askRegularly({ status, after }, () =>
      ask().catch((thrown) => tellOver(asReadoutError(thrown))),
    );
    const find = () => works.get().get(runId);
    const hasEnded = (run: PipelineRun) => !isOpen(run);
    return waitForEnd({ ...common, find, isOver: hasEnded, sources: [works, over], onChange }).finally(stop);
  };

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
    pipelines: rest.listPipelines,
    startPipeline: (pipeline, inputs = {}) => rest.startPipeline(pipeline, inputs),
    retryPipelineRun: rest.retryPipelineRun,
    cancelPipelineRun: rest.cancelPipelineRun,
    pipelineEnded,
    close() {
      closing.abort(new ReadoutError('Offline', 'The client was closed.'));
      closing = new AbortController();
      runs?.close();
      runs = undefined;
    },
  };
}

/** Why a run that is over has not succeeded. */
export function failureOf({ error, status }: Pick<Run, 'error' | 'status'>): ReadoutError {
  return error ? ReadoutError.from(error) : new ReadoutError('Unavailable', `The run was ${status}.`);
}

function globalSocket(): ClientOptions['openSocket'] {
  const { WebSocket } = globalThis as { WebSocket?: new (url: string) => Socket };
  return WebSocket && ((url) => new WebSocket(url));
}
