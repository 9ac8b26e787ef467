import type { SendTaskFailureInput, SendTaskHeartbeatInput, SendTaskSuccessInput } from '@aws-sdk/client-sfn';
import { ServiceError } from '../../protocol/service-error.ts';
import { taskGone } from '../errors.ts';
import { StateError } from '../interpreter/state-error.ts';
import type { Operation } from './index.ts';
import { onlyMembers } from './members.ts';

/** Answers a task that waits for its token, with JSON text. */
export const sendTaskSuccess: Operation<SendTaskSuccessInput> =
  ({ tokens }) =>
  async (request) => {
    onlyMembers('SendTaskSuccess', request, ['taskToken', 'output']);
    if (!tokens.succeed(request.taskToken ?? '', parse(request.output))) throw taskGone();
    return {};
  };

/** Fails a task that waits for its token; without an error's name it is `States.TaskFailed`. */
export const sendTaskFailure: Operation<SendTaskFailureInput> =
  ({ tokens }) =>
  async (request) => {
    onlyMembers('SendTaskFailure', request, ['taskToken', 'error', 'cause']);
    const error = new StateError(request.error ?? 'States.TaskFailed', request.cause);
    if (!tokens.fail(request.taskToken ?? '', error)) throw taskGone();
    return {};
  };

/** Begins the task's HeartbeatSeconds anew. */
export const sendTaskHeartbeat: Operation<SendTaskHeartbeatInput> =
  ({ tokens }) =>
  async (request) => {
    onlyMembers('SendTaskHeartbeat', request, ['taskToken']);
    if (!tokens.heartbeat(request.taskToken ?? '')) throw taskGone();
    return {};
  };

const parse = (output: string | undefined): unknown => {
  try {
    return JSON.parse(output ?? '');
  } catch (error) {
    throw new ServiceError('InvalidOutput', `Invalid Output: '${(error as Error).message}'`);
  }
};
