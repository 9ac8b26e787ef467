import type {
  Download,
  DownloadRequest,
  Inputs,
  PageConfig,
  Run,
  ServerMessage,
} from '@readout/runtime/contracts.ts';
import type { Account } from '../auth/auth.ts';
import { catalogue } from './catalogue.ts';
import { catchUpRegularly } from './catch-up.ts';
import { choiceLoader } from './choices.ts';
import { type ConnectionDeps, connection } from './connection.ts';
import { dashboards } from './dashboards.ts';
import { inbox } from './inbox.ts';
import { subject } from './observable.ts';
import { preferences } from './preferences.ts';
import { asReadoutError, ReadoutError } from './readout-error.ts';
import { restClient } from './rest-client.ts';
import { isOver, panelOf, runStore, unanswered } from './run-store.ts';
import { savedReports } from './saved-reports.ts';
import { serverClock } from './server-clock.ts';

const ANSWER_WITHIN_MS = 30_000;

/** The topics of queries that fill choices begin with this; nobody asked for those runs by name. */
const CHOICES = 'choices/';
/** Those of a dashboard's tiles; they are looked at there. */
const DASHBOARD = 'dashboard/';

export interface ReadoutDeps extends Pick<ConnectionDeps, 'openSocket' | 'after' | 'now' | 'random'> {
  config: Pick<
    PageConfig,
    'rest' | 'websocket' | 'mail' | 'timeZone' | 'engineerGroup' | 'operatorGroup' | 'executions'
  >;
  /** Who is signed in. */
  account: Account;
  idToken: () => Promise<string>;
  newId: () => string;
  fetch?: typeof fetch;
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

export type Readout = ReturnType<typeof createReadout>;

/** The one port between the page and the data: whatever a view knows of the server it knows through this. */
export function createReadout({ config, account, idToken, newId, fetch, ...socket }: ReadoutDeps) {
  const rest = restClient({ rest: config.rest, idToken, fetch });
  const store = runStore();
  const clock = serverClock(socket.now);
  /** Requests that went out on a connection that is gone; the next answer to `sync` tells what became of them. */
  let inDoubt: Set<string> = new Set();
  /** The last error that belongs to no panel. */
  const trouble = subject<ReadoutError | undefined>(undefined);

  let opened = false;
  const line = connection({
    ...socket,
    websocket: config.websocket,
    issueTicket: rest.issueTicket,
    onOpen(renewed) {
      if (!renewed) inDoubt = unanswered(store.get());
      if (!renewed && opened) saved.doubt();
      opened = true;
      askOnLine();
    },
    onMessage: hear,
  });

  const askOnLine = () => line.send({ action: 'sync', since: store.get().cursor });

  function hear(message: ServerMessage) {
    if (message.type === 'run') clock.heard(message.changedAt);
    if (message.type === 'error' && !unanswered(store.get()).has(message.requestId ?? '')) {
      tell(ReadoutError.from(message));
    }
    if (message.type === 'reports') return saved.hear(message);
    if (message.type !== 'sync') return store.hear(message);
    if (store.catchUp(message)) return void askOnLine();
    for (const requestId of inDoubt) store.refuse(requestId, lost());
    inDoubt = new Set();
  }

  async function ask() {
    if (askOnLine()) return;
    while (store.catchUp(await rest.listRuns(store.get().cursor)));
  }
  const following = catchUpRegularly({
    store,
    state: () => line.status.get().state,
    ask,
    after: socket.after,
  });

  /** Sends a run over the connection, or by REST while there is none. Errors are told in the panel. */
  async function run({ report, inputs, topic, fresh, email }: RunWish): Promise<void> {
    const requestId = newId();
    const request = { inputs, topic, requestId, ...(fresh && { fresh }), ...(email && { email }) };
    store.ask({ requestId, report, inputs, topic });
    if (line.send({ action: 'run', report, ...request })) {
      socket.after(ANSWER_WITHIN_MS, () => store.refuse(requestId, silent()));
      return;
    }
    try {
      if (!store.get().cursor) await ask(); // a cursor from before the run misses nothing of it
      store.answer(requestId, await rest.startRun(report, request));
    } catch (thrown) {
      store.refuse(requestId, asReadoutError(thrown));
    }
  }

  /** A failure is told as trouble, except `RunEnded`: it is over either way. */
  async function cancel(runId: string): Promise<void> {
    if (line.send({ action: 'cancel', runId, requestId: newId() })) return;
    await rest.cancelRun(runId).then(remember, (thrown) => tell(asReadoutError(thrown)));
  }

  const tell = (error: ReadoutError) => {
    if (error.name !== 'RunEnded') trouble.set(error);
  };

  const settings = preferences({ rest, after: socket.after, onTrouble: tell });

  const isAskedFor = ({ topic, download }: Run) => !download && !topic?.startsWith(CHOICES);

  const remember = (found: Run) => store.hear({ type: 'run', ...found });

  /** Runs a report on a topic of its own; resolves when it is over. */
  async function runToEnd(report: string, inputs: Inputs, fresh?: boolean): Promise<Run> {
    const topic = CHOICES + newId();
    await run({ report, inputs, topic, fresh });
    return new Promise((resolve, reject) => {
      const look = () => {
        const { asked, run: found } = panelOf(store.get(), topic);
        if (asked?.error) reject(asked.error);
        else if (found && isOver(found)) resolve(found);
        else return;
        stop();
      };
      const stop = store.subscribe(look);
      look();
    });
  }

  const choices = choiceLoader({ runToEnd, getResult: rest.getResult });
  const saved = savedReports(socket, choices.forget);

  function close() {
    settings.flush();
    following.stop();
    line.close();
  }

  return {
    connection: line,
    runs: { get: store.get, subscribe: store.subscribe },
    catalogue: catalogue(rest),
    dashboards: dashboards(rest),
    preferences: settings,
    trouble,
    getResult: rest.getResult,
    choices,
    /** What was saved meanwhile, and is to be read anew. */
    saved: { get: saved.get, subscribe: saved.subscribe },
    /** Whether the person sees the SQL of reports. */
    isEngineer: account.groups.includes(config.engineerGroup),
    preview: rest.previewStatement,
    /** The rows of a run as a file; undefined while a run prepares it, which is told of like any other. */
    async download(runId: string, request: DownloadRequest): Promise<Download | undefined> {
      const answer = await rest.download(runId, request);
      if ('files' in answer) return answer;
      remember(answer);
      return undefined;
    },
    run,
    cancel,
    /** Whether a person pressed Run for it: no list was opened with it, and no file prepared. */
    isAskedFor,
    /** Fetches one run that the page has not heard of, e.g. from a link. */
    async findRun(runId: string) {
      if (!store.get().runs.has(runId)) remember(await rest.getRun(runId));
    },
    /** Brings the list of runs up to date. */
    catchUp: ask,
    /** Reads more of the runs that are kept, one step further into the past; nothing when all are here. */
    async readEarlier() {
      const { earlier } = store.get();
      if (earlier) store.learnEarlier(await rest.listRunsBefore(earlier));
    },
    inbox: inbox({
      runs: store,
      preferences: settings,
      isNews: (run) => isAskedFor(run) && !run.topic?.startsWith(DASHBOARD),
    }),
    /** Whose page this is. */
    email: account.email,
    /** Whether the person sees how everybody's runs go; the server decides anew each time. */
    isOperator: account.groups.includes(config.operatorGroup),
    operations: { listAllRuns: rest.listAllRuns, stopRun: rest.stopRun, getStatement: rest.getAnyStatement },
    /** The SQL of one of the person's own runs. */
    getStatement: rest.getStatement,
    /** Where the console shows an execution, by its ARN. */
    executionHref: (arn: string) => config.executions + arn,
    /** Whether a run can be told by e-mail. */
    canMail: config.mail,
    /** The IANA time zone whose day relative dates are counted from. */
    timeZone: config.timeZone,
    /** Epoch milliseconds by the server's clock. */
    serverNow: clock.now,
    close,
    /** Ends this page's connection and those of the person's other devices. */
    async closeEverywhere() {
      close();
      await rest.closeConnections();
    },
  };
}

const lost = () => new ReadoutError('Unavailable', 'The connection was lost before the server answered.');
const silent = () => new ReadoutError('Unavailable', 'The server did not answer in time.');
