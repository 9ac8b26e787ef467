import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AnnounceDeps, announcer } from './announce.ts';
import { type Broadcast, broadcaster } from './broadcast.ts';
import {
  documentClient,
  eventClient,
  mailClient,
  noticeClient,
  objectClient,
  redshiftClient,
  socketClient,
  statesClient,
} from './clients.ts';
import { Connections } from './connections.ts';
import { Datasets } from './datasets.ts';
import { optionalEnv, requireEnv, requireNumber } from './environment.ts';
import { type LaunchRun, runLauncher } from './launch-run.ts';
import { logger as log } from './logger.ts';
import { runMailer } from './mail-run.ts';
import { pipelinesIn } from './pipeline/pipelines-in.ts';
import { type ConcludeScript, scriptConclusion } from './pipeline-runs/conclude-script.ts';
import { type FaultInScript, faultInScript } from './pipeline-runs/fault-in-script.ts';
import { type FinishPipelineRun, pipelineRunFinish } from './pipeline-runs/finish-pipeline-run.ts';
import { type LaunchPipelineRun, pipelineRunLauncher } from './pipeline-runs/launch-pipeline-run.ts';
import { PipelineRuns } from './pipeline-runs/pipeline-runs.ts';
import { endPublisher } from './pipeline-runs/publish-end.ts';
import { loadTeller } from './pipeline-runs/tell-loaded.ts';
import { pipelineRunTeller, type TellPipelineRun } from './pipeline-runs/tell-pipeline-run.ts';
import { Preferences } from './preferences.ts';
import { ReportStatistics } from './report-statistics.ts';
import type { RestSettings } from './rest.ts';
import { readingExactIntegers } from './result/exact-integers.ts';
import { Runs } from './runs.ts';
import { rowsOffer } from './schedules/offer-rows.ts';
import { Schedules } from './schedules/schedules.ts';
import { Timers } from './schedules/timers.ts';
import { type StartRun, startRun } from './start-run.ts';
import { statementCounter } from './statements/count-statement.ts';
import { type EndStatementDeps, statementEnd } from './statements/end-statement.ts';
import { type LeaveStatement, statementLeaver } from './statements/leave-statement.ts';
import { Limits } from './statements/limits.ts';
import { Line } from './statements/line.ts';
import { lineMover } from './statements/move-line.ts';
import { Shares } from './statements/shares.ts';
import { Statements } from './statements/statements.ts';
import { placeTeller, type TellPlace } from './statements/tell-place.ts';
import { runTeller, type TellRun } from './tell-run.ts';
import { Tickets } from './tickets.ts';
import { type Transact, transacting } from './transaction.ts';
import type { Warehouse } from './warehouse.ts';

/*
 * The parts that more than one handler.ts is wired from, each with the environment variables that it needs. Only a
 * handler.ts may use this file: everything else is given what it needs.
 */

let shared: DynamoDBDocumentClient | undefined;
const documents = (): DynamoDBDocumentClient => {
  shared ??= documentClient();
  return shared;
};

export const now = (): Date => new Date();
const random = Math.random;

const transact = (): Transact => transacting({ db: documents(), wait, random });

export const restSettings = (): RestSettings => ({
  log,
  pageOrigin: requireEnv('PAGE_ORIGIN'),
  clientId: requireEnv('USER_POOL_CLIENT_ID'),
});

export const runsTable = (): Runs =>
  new Runs({ db: documents(), table: requireEnv('RUNS_TABLE'), wait, random });
export const statementsTable = (): Statements => new Statements(documents(), requireEnv('STATEMENTS_TABLE'));
export const sharesTable = (): Shares => new Shares(documents(), requireEnv('STATEMENTS_TABLE'));
export const limitsTable = (): Limits =>
  new Limits({
    db: documents(),
    table: requireEnv('LIMITS_TABLE'),
    statementsTable: requireEnv('STATEMENTS_TABLE'),
    caps: { perPerson: requireNumber('RUNS_PER_PERSON'), perReport: requireNumber('RUNS_PER_REPORT') },
    transact: transact(),
  });
export const lineTable = (): Line =>
  new Line({
    db: documents(),
    table: requireEnv('LIMITS_TABLE'),
    transact: transact(),
  });
export const connectionsTable = (): Connections =>
  new Connections(documents(), requireEnv('CONNECTIONS_TABLE'));
export const reportStatistics = (): ReportStatistics =>
  new ReportStatistics(documents(), requireEnv('CATALOGUE_TABLE'));
export const datasetsTable = (): Datasets => new Datasets(documents(), requireEnv('CATALOGUE_TABLE'));
export const preferencesTable = (): Preferences =>
  new Preferences(documents(), requireEnv('PREFERENCES_TABLE'));
export const schedulesTable = (): Schedules => new Schedules(documents(), requireEnv('SCHEDULES_TABLE'));
export const ticketsTable = (): Tickets => new Tickets(documents(), requireEnv('TICKETS_TABLE'));

/** The timers of schedules. The client is given, so that only functions that touch timers load it. */
export const scheduleTimers = (scheduler: SchedulerClient): Timers =>
  new Timers({
    scheduler,
    group: requireEnv('SCHEDULE_GROUP'),
    targetArn: requireEnv('RUN_SCHEDULE_ARN'),
    roleArn: requireEnv('SCHEDULE_ROLE_ARN'),
    deadLetterArn: requireEnv('DEAD_LETTERS_ARN'),
  });

/** How a run's workflow is started. */
export const runLaunching = (): LaunchRun =>
  runLauncher({ states: statesClient(), workflowArn: requireEnv('WORKFLOW_ARN') });

/** How a run is started. */
export const runStarting = (): StartRun =>
  startRun({
    runs: runsTable(),
    launch: runLaunching(),
    log,
    newId: randomUUID,
    newPageKey: () => randomBytes(32).toString('base64url'),
    now,
  });

/** How a run's owner is told: over the connections in their table, or by e-mail. */
export const runTelling = (): TellRun => {
  const announcing: AnnounceDeps = { connections: connectionsTable(), sockets: socketClient(), now, wait };
  return runTeller({
    runs: runsTable(),
    announce: announcer(announcing),
    mail: runMailer({
      mail: mailClient(),
      from: optionalEnv('MAIL_FROM'),
      pageOrigin: requireEnv('PAGE_ORIGIN'),
      offerRows: rowsOffer({
        redshift: readingExactIntegers(redshiftClient()),
        mostKilobytes: requireNumber('MAX_ATTACHMENT_KB'),
        log,
      }),
      log,
    }),
  });
};

/** What it takes to end a statement. */
export const statementEnding = () => {
  const runs = runsTable();
  const statements = statementsTable();
  const limits = limitsTable();
  const line = lineTable();
  const tell = runTelling();
  const tellPlace = placeTeller({ line, statements, runs, tell, now });
  const moveLine = lineMover({ limits, line, runs, launch: runLaunching(), tellPlace, log, now });
  const count = statementCounter({ statistics: reportStatistics(), log });
  return {
    statements,
    runs,
    limits,
    line,
    tell,
    tellPlace,
    moveLine,
    count,
    now,
  } satisfies EndStatementDeps & {
    line: Line;
    tellPlace: TellPlace;
  };
};

/** How a run leaves its statement. The client is given, so that only functions that touch statements load it. */
export const statementLeaving = (redshift: RedshiftDataClient): LeaveStatement => {
  const ending = statementEnding();
  const { statements, line } = ending;
  return statementLeaver({ statements, line, end: statementEnd(ending), redshift, now });
};

export const pipelineRunsTable = (): PipelineRuns =>
  new PipelineRuns({
    db: documents(),
    table: requireEnv('PIPELINE_RUNS_TABLE'),
    transact: transact(),
  });

const broadcasting = (): Broadcast =>
  broadcaster({ connections: connectionsTable(), sockets: socketClient(), log });

/** How people are told of a run of a pipeline: over every connection of those who may see it. */
export const pipelineRunTelling = (): TellPipelineRun =>
  pipelineRunTeller({
    broadcast: broadcasting(),
    operatorGroup: requireEnv('OPERATOR_GROUP'),
  });

/** How the workflow of a run of a pipeline is started. */
export const pipelineRunLaunching = (): LaunchPipelineRun =>
  pipelineRunLauncher({ states: statesClient(), workflowArn: requireEnv('PIPELINE_WORKFLOW_ARN') });

/** How a script of a pipeline ends. */
export const scriptConcluding = (): ConcludeScript =>
  scriptConclusion({ runs: pipelineRunsTable(), states: statesClient(), tell: pipelineRunTelling() });

/** How it is found where in its file a script failed. */
export const faultsInScripts = (): FaultInScript =>
  faultInScript({
    runs: pipelineRunsTable(),
    folders: pipelinesIn(objectClient(), requireEnv('TEMPLATE_BUCKET')),
    constants: { data_bucket: requireEnv('DATA_BUCKET') },
    log,
  });

/** How a run of a pipeline ends. */
export const pipelineRunFinishing = (redshift: RedshiftDataClient): FinishPipelineRun =>
  pipelineRunFinish({
    runs: pipelineRunsTable(),
    conclude: scriptConcluding(),
    redshift,
    datasets: datasetsTable(),
    tell: pipelineRunTelling(),
    tellLoaded: loadTeller(broadcasting()),
    publish: endPublisher({
      events: eventClient(),
      notices: noticeClient(),
      topicArn: requireEnv('PIPELINE_TOPIC_ARN'),
      mail: mailClient(),
      from: optionalEnv('MAIL_FROM'),
      stackName: requireEnv('STACK_NAME'),
      pageOrigin: requireEnv('PAGE_ORIGIN'),
      log,
    }),
    now,
  });

/** Where statements run, without what does not apply. */
export const warehouse = (): Warehouse => {
  const { WORKGROUP_NAME, CLUSTER_IDENTIFIER, DB_USER, SECRET_ARN } = process.env;
  const target = {
    WorkgroupName: WORKGROUP_NAME,
    ClusterIdentifier: CLUSTER_IDENTIFIER,
    DbUser: DB_USER,
    SecretArn: SECRET_ARN,
  };
  const named = Object.fromEntries(Object.entries(target).filter(([, value]) => value));
  return { Database: requireEnv('DATABASE'), ...named };
};
