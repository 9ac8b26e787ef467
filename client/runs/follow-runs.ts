import type { Inputs, Run, ServerMessage } from '@readout/runtime/contracts.ts';
import { type Connection, type ConnectionDeps, connection } from '../connection/connection.ts';
import type { Observable } from '../observable.ts';
import { asReadoutError, ReadoutError } from '../readout-error.ts';
import type { RestClient } from '../rest-client.ts';
import { catchUpRegularly } from './catch-up.ts';
import { type RunsState, runStore, unanswered } from './run-store.ts';

const ANSWER_WITHIN_MS = 30_000;

export interface FollowDeps
  extends Pick<ConnectionDeps, 'websocket' | 'openSocket' | 'after' | 'now' | 'random'> {
  rest: Pick<RestClient, 'issueTicket' | 'listRuns' | 'startRun' | 'cancelRun'>;
  newId: () => string;
  /** Everything that the connection brings, before it counts. */
  onMessage?: (message: ServerMessage) => void;
  /** The connection was lost for a while and is there again: what is not a run may have been missed. */
  onReturn?: () => void;
  /** An error that belongs to no run that was asked for here. */
  onTrouble?: (error: ReadoutError) => void;
  /** Asking for changes failed; it is asked again by itself. */
  onAskFailed?: (error: ReadoutError) => void;
}

/** What a panel asks to run. Nothing about a run goes to another topic's panel. */
export interface RunWish {
  report: string;
  inputs: Inputs;
  topic: string;
  /** Reuses no result: Redshift is asked anew. */
  fresh?: boolean;
  /** Tells the end by e-mail, should no device be connected then. */
  email?: boolean;
}

export interface FollowedRuns extends Observable<RunsState> {
  connection: Connection;
  /** Sends a run over the connection, or by REST while there is none. A refusal is told where `panelOf` looks. */
  run(wish: RunWish): Promise<void>;
  /** A failure is told as trouble. */
  cancel(runId: string): Promise<void>;
  /** Takes in a run that was found by other ways. */
  remember(run: Run): void;
  /** Brings the runs up to date. */
  catchUp(): Promise<void>;
  /** Reads more of the runs that are kept, one step further into the past; nothing when all are here. */
  readEarlier(read: RestClient['listRunsBefore']): Promise<void>;
  close(): void;
}

/**
 * A person's runs over whichever transport there is: told over the WebSocket while it is open, else asked for with the
 * cursor. Nothing is missed in between, and nothing counts twice.
 */
export function followRuns(deps: FollowDeps): FollowedRuns {
  const { websocket, rest, newId, onMessage, onReturn, onTrouble = () => {}, onAskFailed, ...socket } = deps;
  const store = runStore();
  /** Requests that went out on a connection that is gone; the next answer to `sync` tells what became of them. */
  let inDoubt: Set<string> = new Set();
  let opened = false;

  const line = connection({
    ...socket,
    websocket,
    issueTicket: rest.issueTicket,
    onOpen(renewed) {
      if (!renewed && opened) onReturn?.();
      opened = true;
      if (!renewed) inDoubt = unanswered(store.get());
      askOnLine();
    },
    onMessage: hear,
  });

  const askOnLine = () => line.send({ action: 'sync', since: store.get().cursor });

  function hear(message: ServerMessage) {
    onMessage?.(message);
    if (message.type === 'error' && !unanswered(store.get()).has(message.requestId ?? '')) {
      onTrouble(ReadoutError.from(message));
    }
    if (message.type !== 'sync') return store.hear(message);
    if (store.catchUp(message)) return void askOnLine();
    for (const requestId of inDoubt) store.refuse(requestId, lost());
    inDoubt = new Set();
  }

  async function catchUp() {
    if (askOnLine()) return;
    while (store.catchUp(await rest.listRuns(store.get().cursor)));
  }

  const following = catchUpRegularly({
    store,
    state: () => line.status.get().state,
    ask: () => catchUp().catch((thrown) => onAskFailed?.(asReadoutError(thrown))),
    after: socket.after,
  });

  async function run({ report, inputs, topic, fresh, email }: RunWish): Promise<void> {
    const requestId = newId();
    const request = { inputs, topic, requestId, ...(fresh && { fresh }), ...(email && { email }) };
    store.ask({ requestId, report, inputs, topic });
    if (line.send({ action: 'run', report, ...request })) {
      socket.after(ANSWER_WITHIN_MS, () => store.refuse(requestId, silent()));
      return;
    }
    try {
      if (!store.get().cursor) await catchUp(); // a cursor from before the run misses nothing of it
      store.answer(requestId, await rest.startRun(report, request));
    } catch (thrown) {
      store.refuse(requestId, asReadoutError(thrown));
    }
  }

  const remember = (found: Run) => store.hear({ type: 'run', ...found });

  return {
    get: store.get,
    subscribe: store.subscribe,
    connection: line,
    run,
    remember,
    catchUp,
    async cancel(runId) {
      if (line.send({ action: 'cancel', runId, requestId: newId() })) return;
      await rest.cancelRun(runId).then(remember, (thrown) => onTrouble(asReadoutError(thrown)));
    },
    async readEarlier(read) {
      const { earlier } = store.get();
      if (earlier) store.learnEarlier(await read(earlier));
    },
    close() {
      following.stop();
      line.close();
    },
  };
}

const lost = () => new ReadoutError('Unavailable', 'The connection was lost before the server answered.');
const silent = () => new ReadoutError('Unavailable', 'The server did not answer in time.');
