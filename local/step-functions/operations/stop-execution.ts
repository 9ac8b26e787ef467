import type { StopExecutionInput } from '@aws-sdk/client-sfn';
import { wrongType } from '../errors.ts';
import { Interrupted } from '../interpreter/state-error.ts';
import type { Operation } from './index.ts';
import { onlyMembers, seconds } from './members.ts';

/** Stops a Standard execution; Express ones cannot be stopped. One that has ended stays as it is. */
export const stopExecution: Operation<StopExecutionInput> =
  ({ executions, clock }) =>
  async (request) => {
    onlyMembers('StopExecution', request, ['executionArn', 'error', 'cause']);
    const execution = executions.get(request.executionArn ?? '');
    if (execution.type === 'EXPRESS') throw wrongType();
    const { error, cause } = request;
    await executions.stop(execution.arn, new Interrupted('ABORTED', { error, cause }));
    return { stopDate: seconds(execution.stopDate ?? clock.now().getTime()) };
  };
