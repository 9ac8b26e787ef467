import type { StartSyncExecutionInput } from '@aws-sdk/client-sfn';
import { wrongType } from '../errors.ts';
import type { Operation } from './index.ts';
import { onlyMembers, seconds } from './members.ts';
import { newExecution } from './new-execution.ts';

/** Runs an Express execution and answers its end. */
export const startSyncExecution: Operation<StartSyncExecutionInput> = (context) => async (request) => {
  onlyMembers('StartSyncExecution', request, ['stateMachineArn', 'name', 'input', 'traceHeader']);
  const machine = context.machines.get(request.stateMachineArn ?? '');
  if (machine.type !== 'EXPRESS') throw wrongType();
  const { execution, ended } = context.launch(machine, newExecution(context, machine, request));
  await ended;
  const { arn, name, status, input, output, error, cause, startDate, stopDate = startDate } = execution;
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    name,
    status,
    startDate: seconds(startDate),
    stopDate: seconds(stopDate),
    input,
    inputDetails: { included: true },
    output,
    outputDetails: { included: true },
    error,
    cause,
    billingDetails: {
      billedMemoryUsedInMB: 64,
      billedDurationInMilliseconds: Math.max(100, Math.ceil((stopDate - startDate) / 100) * 100),
    },
  };
};
