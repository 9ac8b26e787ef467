import {
  type FollowDeps,
  followRuns,
  isOver,
  panelOf,
  type ReadoutError,
  restClient,
  subject,
} from '@readout/client';
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
import { choiceLoader } from './choices.ts';
import { dashboards } from './dashboards.ts';
import { inbox } from './inbox.ts';
import { loads } from './loads.ts';
import { pipelines } from './pipelines.ts';
import { preferences } from './preferences.ts';
import { savedReports } from './saved-reports.ts';
import { schedules } from './schedules.ts';
import { serverClock } from './server-clock.ts';

/** The topics of queries that fill choices begin with this; nobody asked for those runs by name. */
const CHOICES = 'choices/';
/** Those of a dashboard's tiles; they are looked at there. */
const DASHBOARD = 'dashboard/';

export interface ReadoutDeps extends Pick<FollowDeps, 'openSocket' | 'after' | 'now' | 'random'> {
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

export type Readout = ReturnType<typeof createReadout>;

/** The one port between the page and the data: whatever a view knows of the server it knows through this. */
export function createReadout({ config, account, idToken, newId, fetch, ...socket }: ReadoutDeps) {
  const rest = restClient({ rest: config.rest, idToken, fetch });
  const clock = serverClock(socket.now);
  /** The last error that belongs to no panel. */
  const trouble = subject<ReadoutError | undefined>(undefined);

  const runs = followRuns({
    ...socket,
    websocket: config.websocket,
    rest,
    newId,
    onMessage(message: ServerMessage) {
      if (message.type === 'run') clock.heard(message.changedAt);
      if (message.type === 'reports' || message.type === 'dashboards') saved.hear(message);
      if (message.type === 'pipelines')
        savedWorks.hear({ ...message, type: 'reports', reports: message.pipelines });
      if (message.type === 'loaded') loaded.hear(message);
      if (message.type === 'pipeline-run') works.hear(message);
    },
    onReturn() {
      saved.doubt();
      savedWorks.doubt();
      loaded.doubt();
    },
    onTrouble: tell,
  });

  /** `RunEnded` is none: it is over either way. */
  function tell(error: ReadoutError) {
    if (error.name !== 'RunEnded') trouble.set(error);
  }

  const settings = preferences({ rest, after: socket.after, onTrouble: tell });

  const isAskedFor = ({ topic, download }: Run) => !download && !topic?.startsWith(CHOICES);

  /** Runs a report on a topic of its own; resolves when it is over. */
  async function runToEnd(report: string, inputs: Inputs, fresh?: boolean): Promise<Run> {
    const topic = CHOICES + newId();
    await runs.run({ report, inputs, topic, fresh });
    return new Promise((resolve, reject) => {
      const look = () => {
        const { asked, run: found } = panelOf(runs.get(), topic);
        if (asked?.error) reject(asked.error);
        else if (found && isOver(found)) resolve(found);
        else return;
        stop();
      };
      const stop = runs.subscribe(look);
      look();
    });
  }

  const reports = catalogue(rest);
  const works = pipelines(rest);
  const choices = choiceLoader({ runToEnd, getResult: rest.getResult });
  const saved = savedReports(socket, choices.forget);
  const savedWorks = savedReports(socket, () => {});
  const loaded = loads(socket);
  loaded.subscribe(() => void reports.loaded().catch(tell));

  function close() {
    settings.flush();
    runs.close();
  }

  return {
    connection: runs.connection,
    runs: { get: runs.get, subscribe: runs.subscribe },
    catalogue: reports,
    dashboards: dashboards(rest),
    pipelines: works,
    schedules: schedules(rest),
    preferences: settings,
    trouble,
    getResult: rest.getResult,
    choices,
    /** What was saved meanwhile, and is to be read anew. */
    saved: { get: saved.get, subscribe: saved.subscribe },
    /** The same of pipelines. */
    savedPipelines: { get: savedWorks.get, subscribe: savedWorks.subscribe },
    /** How often data was loaded meanwhile, or may have been. */
    loads: { get: loaded.get, subscribe: loaded.subscribe },
    /** Whether the person sees the SQL of reports. */
    isEngineer: account.groups.includes(config.engineerGroup),
    preview: rest.previewStatement,
    /** The rows of a run as a file; undefined while a run prepares it, which is told of like any other. */
    async download(runId: string, request: DownloadRequest): Promise<Download | undefined> {
      const answer = await rest.download(runId, request);
      if ('files' in answer) return answer;
      runs.remember(answer);
      return undefined;
    },
    /** Errors are told in the panel. */
    run: runs.run,
    /** A failure is told as trouble. */
    cancel: runs.cancel,
    /** Whether a person pressed Run for it: no list was opened with it, and no file prepared. */
    isAskedFor,
    /** Fetches one run that the page has not heard of, e.g. from a link. */
    async findRun(runId: string) {
      if (!runs.get().runs.has(runId)) runs.remember(await rest.getRun(runId));
    },
    /** Brings the list of runs up to date. */
    catchUp: runs.catchUp,
    /** Reads more of the runs that are kept, one step further into the past; nothing when all are here. */
    readEarlier: () => runs.readEarlier(rest.listRunsBefore),
    inbox: inbox({
      runs,
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
