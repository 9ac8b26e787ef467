import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runWorkflow, StateError, type WorkflowResult } from '../../local/step-functions/index.ts';

const file = fileURLToPath(new URL('../../statemachine/run-report.asl.json', import.meta.url));

/** What the template substitutes; tests vary the target. */
export const substitutions = {
  TemplateBucket: 'templates',
  PrepareStatementArn: 'arn:prepare-statement',
  AdmitRunArn: 'arn:admit-run',
  UnloadResultArn: 'arn:unload-result',
  NotifyArn: 'arn:notify',
  StatementsTable: 'statements',
  StackName: 'readout',
  Database: 'dev',
  WorkgroupName: 'analytics',
  ClusterIdentifier: '',
  DbUser: '',
  SecretArn: '',
};

/** The workflow as it is deployed. */
export const definition = (values: Partial<typeof substitutions> = {}) => {
  const all: Record<string, string> = { ...substitutions, ...values };
  const text = readFileSync(file, 'utf8').replace(/\$\{(\w+)\}/g, (_, name: string) => {
    if (all[name] === undefined) throw new Error(`the template substitutes no ${name}`);
    return all[name];
  });
  return JSON.parse(text);
};

export const input = {
  runId: '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab3',
  report: 'taxi/daily',
  inputs: { month: '2015-12' },
  caller: { id: 'ada', email: 'ada@example.com', groups: ['analysts'], claims: {} },
  fresh: false,
  createdAt: '2026-11-25T09:30:00.000Z',
};
/** What Step Functions calls the execution. */
export const execution = expect.stringMatching(/^arn:aws:states:.*:execution:/);
export const statement = {
  admission: { title: 'Yellow taxi, day by day', scope: { sources: [], hash: 'h' } },
  sql: 'select count(*) from nyc_yellow_taxi where month = :month',
  parameters: [{ name: 'month', value: '2015-12' }],
};
export const statementId = 'c016234e-5c6c-4bc5-bb16-2c5b8ff61814';

// biome-ignore lint/suspicious/noExplicitAny: each task knows what its state is given
export type Task = (given: any) => unknown;

/** Every task doing well. */
const doingWell: Record<string, Task> = {
  LoadTemplate: () => ({ Body: 'select 1' }),
  PrepareStatement: () => ({ Payload: statement, StatusCode: 200 }),
  AdmitRun: () => ({ Payload: { decision: 'execute' } }),
  NotifyOwner: () => ({ Payload: null }),
  UnloadResult: () => ({ Payload: { statementId } }),
  ExecuteStatement: () => ({ Id: statementId }),
  RecordStatement: () => ({}),
  Notify: () => ({ Payload: null }),
  FindStatement: () => ({ Item: { status: { S: 'abandoned' } } }),
  StopStatement: () => ({ Status: true }),
  NotifyFailure: () => ({ Payload: null }),
};

/** Runs the workflow with some of its tasks replaced; retries take no time. */
export const runReport = (
  tasks: Record<string, Task> = {},
  { values = {}, input: given = input }: { values?: Partial<typeof substitutions>; input?: object } = {},
): Promise<WorkflowResult> =>
  runWorkflow({ definition: definition(values), input: given, tasks: { ...doingWell, ...tasks } });

/** A task that fails, always or as often as is said, and then does well. */
export const failing = (name: string, cause = 'so', times = Number.POSITIVE_INFINITY) => {
  let left = times;
  return (state: string): Record<string, Task> => ({
    [state]: (given) => {
      left -= 1;
      if (left >= 0) throw new StateError(name, cause);
      return doingWell[state]?.(given);
    },
  });
};

/** The arguments of every call that a state made. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the arguments
export const callsOf = ({ calls }: WorkflowResult, state: string): any[] =>
  calls.filter((call) => call.state === state).map((call) => call.arguments);

/** What notify was told of the failure. */
export const toldFailure = (result: WorkflowResult): Record<string, string> => {
  const [given] = callsOf(result, 'NotifyFailure');
  return given.Payload.failure;
};

/** As Lambda reports what `asState` throws. */
export const lambdaCause = (name: string, detail: object): string =>
  JSON.stringify({ errorType: name, errorMessage: JSON.stringify(detail), trace: [] });
