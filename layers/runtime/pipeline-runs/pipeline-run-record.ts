import type {
  ErrorDetail,
  Inputs,
  PipelineRun,
  PipelineRunMessage,
  PipelineRunStatus,
  PipelineStep,
  ScriptRun,
  ScriptStatus,
  StartedBy,
} from '../contracts.ts';
import type { PipelineNotices } from '../pipeline/pipeline-schema.ts';

/** A script of a run as the table holds it. */
export interface ScriptRecord extends Omit<ScriptRun, 'script'> {
  /** What its state in the workflow waits with. */
  token?: string;
}

/** A start without a person. `cause` names the event, so that telling it twice begins one run. */
export interface Start {
  pipeline: string;
  cause: string;
  inputs: Inputs;
  startedBy: StartedBy;
}

/** A run of a pipeline as the table holds it. */
export interface PipelineRunRecord extends Omit<PipelineRun, 'scripts'> {
  /** By name. */
  scripts: Record<string, ScriptRecord>;
  /** What is bound: accepted inputs, dates in place of relative ones. */
  values: PipelineRun['inputs'];
  /** The groups that may see it, as the pipeline said when it was started; everyone when left out. */
  access?: string[];
  notices: PipelineNotices;
  /** How long one script may take, in seconds. */
  timeoutSeconds: number;
  /** Of a retry: the number of the step that it begins with; what stands before has succeeded. */
  from?: number;
  /** Whether no other run of the pipeline may begin before it has ended. */
  alone: boolean;
  /** What came up while it ran, the last of it: it is begun when this run has ended. */
  next?: Start;
  /** Kept until all that follows on its end is done. */
  open?: 'open';
  /** When DynamoDB may drop it, in seconds since 1970. */
  expiresAt: number;
}

/** How a script or a run ends. */
export interface Ending<Status extends string> {
  status: Status;
  at: Date;
  error?: ErrorDetail;
}
export type ScriptEnding = Ending<'succeeded' | 'failed' | 'cancelled'>;
export type PipelineRunEnding = Ending<'succeeded' | 'failed' | 'cancelled'>;

const ENDED: readonly (PipelineRunStatus | ScriptStatus)[] = ['succeeded', 'failed', 'cancelled', 'skipped'];

/** Whether a run, or a script of one, has ended for good. */
export const hasEnded = ({ status }: { status: PipelineRunStatus | ScriptStatus }): boolean =>
  ENDED.includes(status);

/** The scripts by name, in the order in which they run. */
export const scriptsOf = ({ scripts }: Pick<PipelineRunRecord, 'scripts'>): [string, ScriptRecord][] =>
  Object.entries(scripts).sort(([a, one], [b, other]) => one.number - other.number || (a < b ? -1 : 1));

/** The steps that the run's workflow is to go: those that are not skipped from the start. */
export function stepsToRun(record: Pick<PipelineRunRecord, 'scripts'>): PipelineStep[] {
  const steps = new Map<number, string[]>();
  for (const [name, { number, status }] of scriptsOf(record))
    if (status !== 'skipped') steps.set(number, [...(steps.get(number) ?? []), name]);
  return [...steps].map(([number, scripts]) => ({ number, scripts }));
}

/** What of a run people see; everything else is ours. */
const SHOWN = [
  'runId',
  'pipeline',
  'title',
  'status',
  'version',
  'startedBy',
  'inputs',
  'resolved',
  'writes',
  'createdAt',
  'changedAt',
  'startedAt',
  'endedAt',
  'error',
  'retryOf',
  'cancelledBy',
] as const satisfies (keyof PipelineRun)[];

/** The run as people see it. */
export const toPipelineRun = (record: PipelineRunRecord): PipelineRun => ({
  ...(Object.fromEntries(
    SHOWN.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])),
  ) as unknown as Omit<PipelineRun, 'scripts'>),
  scripts: scriptsOf(record).map(([script, { token: _, ...rest }]) => ({ script, ...rest })),
});

/** The one message that says how a run of a pipeline stands. */
export const pipelineRunMessage = (record: PipelineRunRecord): PipelineRunMessage => ({
  type: 'pipeline-run',
  ...toPipelineRun(record),
});

/** Inputs are kept as JSON text: DynamoDB's numbers have 38 digits and a narrower range than JSON's. */
export const itemFrom = ({ inputs, values, resolved, next, ...record }: PipelineRunRecord): object => ({
  ...record,
  inputs: JSON.stringify({ inputs, values, resolved, next }),
});

export const recordFrom = ({ inputs, ...item }: Record<string, unknown>): PipelineRunRecord =>
  ({ ...item, ...JSON.parse(String(inputs)) }) as PipelineRunRecord;
