import type { StartExecutionInput } from '@aws-sdk/client-sfn';
import { executionExists } from '../errors.ts';
import type { Execution } from '../executions.ts';
import type { StateMachine } from '../state-machines.ts';
import type { Operation } from './index.ts';
import { onlyMembers, seconds } from './members.ts';
import { newExecution } from './new-execution.ts';

/**
 * Starts an execution. A Standard one's name is its identity: the same name and input while it runs is the same
 * execution, anything else under that name is ExecutionAlreadyExists. Express names may repeat.
 */
export const startExecution: Operation<StartExecutionInput> = (context) => async (request) => {
  onlyMembers('StartExecution', request, ['stateMachineArn', 'name', 'input', 'traceHeader']);
  const machine = context.machines.get(request.stateMachineArn ?? '');
  const execution = newExecution(context, machine, request);
  return answer(existing(context, machine, execution) ?? context.launch(machine, execution).execution);
};

const existing = (
  { executions }: Parameters<typeof startExecution>[0],
  { type }: StateMachine,
  { arn, input }: Execution,
): Execution | undefined => {
  if (type === 'EXPRESS' || !executions.has(arn)) return undefined;
  const other = executions.get(arn);
  if (other.status !== 'RUNNING' || other.input !== input) throw executionExists(arn);
  return other;
};

const answer = ({ arn, startDate }: Execution) => ({ executionArn: arn, startDate: seconds(startDate) });
