import { parseResource, type Resource } from '../interpreter/resource.ts';
import { StateError } from '../interpreter/state-error.ts';
import type { TaskCall } from '../interpreter/thread.ts';
import { sdkErrorNames, stateErrorOf } from './error-names.ts';
import { type InvokeLambda, invokeFunction } from './lambda.ts';
import { optimizedOperation, optimizedServices } from './optimized.ts';
import type { SdkIntegrations } from './sdk-integrations.ts';
import { sdkServices } from './sdk-services.ts';
import type { TaskTokens } from './task-tokens.ts';

export interface TaskRunner {
  invokeLambda: InvokeLambda;
  integrations: SdkIntegrations;
  tokens: TaskTokens;
  newId(): string;
}

/** Makes the call that a Task state describes. Rejects with the StateError that Retry and Catch are to see. */
export const runTask =
  (runner: TaskRunner) =>
  async (call: TaskCall): Promise<unknown> => {
    const resource = parseResource(call.resource);
    if (!resource) throw new StateError('States.Runtime', `not emulated: ${call.resource}`);
    if (call.taskToken === undefined) return request(runner, resource, call);
    const { taskToken, heartbeatSeconds, signal } = call;
    const answer = runner.tokens.wait(taskToken, { heartbeatSeconds, signal });
    answer.catch(() => undefined);
    call.submitted(await request(runner, resource, call));
    return answer;
  };

const request = (runner: TaskRunner, resource: Resource, call: TaskCall): Promise<unknown> => {
  if (resource.kind === 'function') return invokeFunction(runner.invokeLambda, resource.arn, call.arguments);
  if (resource.sdk) return sdk(runner, resource, call);
  if (resource.service === 'lambda') return invoke(runner, call);
  return optimized(runner, resource, call);
};

type Service = Extract<Resource, { kind: 'service' }>;

const sdk = async ({ integrations }: TaskRunner, { service, operation }: Service, call: TaskCall) =>
  integrations.call(service, operation, call.arguments, call.roleArn).catch((error) => {
    throw named(error, sdkErrorNames(sdkServices[service]?.prefix ?? service));
  });

const optimized = async ({ integrations }: TaskRunner, { service, operation }: Service, call: TaskCall) => {
  const described = optimizedOperation(service, operation);
  const known = optimizedServices[service];
  if (!described || !known) throw new StateError('States.Runtime', `not emulated: ${call.resource}`);
  const given = call.arguments as Record<string, unknown>;
  const result = await integrations
    .call(known.sdk, operation, described.input?.(given) ?? given, call.roleArn)
    .catch((error) => {
      throw named(error, known.errors);
    });
  described.check?.(result as Record<string, unknown>);
  return result;
};

const named = (error: unknown, names: Parameters<typeof stateErrorOf>[1]): unknown =>
  error instanceof TypeError ? new StateError('States.Runtime', error.message) : stateErrorOf(error, names);

/** The optimized Lambda integration: the payload comes parsed, with the metadata around it. */
const invoke = async (runner: TaskRunner, call: TaskCall) => {
  const { FunctionName, Payload, InvocationType, Qualifier } = call.arguments as Record<string, string>;
  const metadata = {
    SdkHttpMetadata: { HttpStatusCode: InvocationType === 'Event' ? 202 : 200 },
    SdkResponseMetadata: { RequestId: runner.newId() },
    StatusCode: InvocationType === 'Event' ? 202 : 200,
  };
  if (InvocationType === 'Event') {
    const input = { FunctionName, Payload: Payload ?? {}, InvocationType, Qualifier };
    await runner.integrations.call('lambda', 'invoke', input, call.roleArn).catch((error) => {
      throw named(error, { prefix: 'Lambda', base: 'AWSLambdaException', optimizedAs: 'AWSLambda' });
    });
    return metadata;
  }
  const target = Qualifier === undefined ? FunctionName : `${FunctionName}:${Qualifier}`;
  const answer = await invokeFunction(runner.invokeLambda, target as string, Payload ?? {});
  return { ExecutedVersion: '$LATEST', Payload: answer, ...metadata };
};
