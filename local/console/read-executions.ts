import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  type ExecutionListItem,
  paginateGetExecutionHistory,
  paginateListExecutions,
  paginateListStateMachines,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { ExecutionDetail, ExecutionSummary, HistoryEvent } from './contracts.ts';

/** Of each state machine, in a list. */
const MOST = 200;

/** Executions of every state machine, the latest first. */
export const listExecutions = async (states: SFNClient): Promise<ExecutionSummary[]> =>
  (await all(states, MOST)).map(summaryOf);

/** The executions of a name, the latest first: an Express workflow may be started again under the same one. */
export const executionsNamed = async (states: SFNClient, name: string): Promise<ExecutionDetail[]> => {
  const found = (await all(states, Number.POSITIVE_INFINITY)).filter((one) => one.name === name);
  return Promise.all(found.map((one) => describe(states, one)));
};

const all = async (states: SFNClient, most: number): Promise<ExecutionListItem[]> => {
  const found: ExecutionListItem[] = [];
  for await (const { stateMachines = [] } of paginateListStateMachines({ client: states }, {})) {
    for (const { stateMachineArn } of stateMachines)
      found.push(...(await ofMachine(states, stateMachineArn, most)));
  }
  return found.sort((a, b) => timeOf(b) - timeOf(a));
};

const ofMachine = async (
  states: SFNClient,
  stateMachineArn = '',
  most: number,
): Promise<ExecutionListItem[]> => {
  const found: ExecutionListItem[] = [];
  const pages = paginateListExecutions(
    { client: states, pageSize: Math.min(most, 1000) },
    { stateMachineArn },
  );
  for await (const { executions = [] } of pages) {
    found.push(...executions);
    if (found.length >= most) break;
  }
  return found;
};

const timeOf = ({ startDate }: ExecutionListItem): number => startDate?.getTime() ?? 0;

const summaryOf = (one: ExecutionListItem): ExecutionSummary => ({
  arn: one.executionArn ?? '',
  name: one.name ?? '',
  machine: one.stateMachineArn?.split(':').at(-1) ?? '',
  status: one.status ?? '',
  startedAt: one.startDate?.toISOString() ?? '',
  endedAt: one.stopDate?.toISOString(),
});

const describe = async (states: SFNClient, one: ExecutionListItem): Promise<ExecutionDetail> => {
  const { executionArn } = one;
  const [{ input, output, error, cause }, { definition = '{}' }] = await Promise.all([
    states.send(new DescribeExecutionCommand({ executionArn })),
    states.send(new DescribeStateMachineForExecutionCommand({ executionArn })),
  ]);
  const events: HistoryEvent[] = [];
  for await (const page of paginateGetExecutionHistory({ client: states }, { executionArn }))
    events.push(...((page.events ?? []) as unknown as HistoryEvent[]));
  return { ...summaryOf(one), input, output, error, cause, definition, events };
};
