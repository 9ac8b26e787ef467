import { invokeArguments } from '../integrations/lambda.ts';
import { optimizedOperation, optimizedServices } from '../integrations/optimized.ts';
import type { SdkIntegrations } from '../integrations/sdk-integrations.ts';
import { allStates, type Definition, type TaskState } from '../interpreter/definition.ts';
import { parseResource, type Resource } from '../interpreter/resource.ts';
import { type Diagnostic, problem } from './diagnostic.ts';

export type MachineType = 'EXPRESS' | 'STANDARD';

/** Every Task's Resource, against what the machine's type allows and what is emulated. */
export const resources = async (
  definition: Definition,
  type: MachineType,
  integrations: SdkIntegrations,
): Promise<Diagnostic[]> => {
  const tasks = allStates(definition).filter(
    (entry): entry is [string, TaskState] => entry[1].Type === 'Task',
  );
  const found = tasks.map(async ([name, state]) => {
    const message = await refusal(state, type, integrations);
    return message
      ? [problem('INVALID_RESOURCE', `${message} (state '${name}')`, `/States/${name}/Resource`)]
      : [];
  });
  return (await Promise.all(found)).flat();
};

const refusal = async (
  state: TaskState,
  type: MachineType,
  integrations: SdkIntegrations,
): Promise<string | undefined> => {
  const resource = parseResource(state.Resource);
  if (!resource) return `not emulated: ${state.Resource}`;
  if (resource.kind === 'function') return undefined;
  return patternRefusal(resource, type, state.Resource) ?? serviceRefusal(resource, state, integrations);
};

type Service = Extract<Resource, { kind: 'service' }>;

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html */
const patternRefusal = ({ pattern, sdk }: Service, type: MachineType, arn: string): string | undefined => {
  if (pattern === '') return undefined;
  if (type === 'EXPRESS') return `Express state machine does not support '${pattern.slice(1)}': ${arn}`;
  if (pattern === '.waitForTaskToken') return undefined;
  return sdk ? `AWS SDK integrations do not support '${pattern.slice(1)}': ${arn}` : `not emulated: ${arn}`;
};

const serviceRefusal = async (
  { sdk, service, operation }: Service,
  state: TaskState,
  integrations: SdkIntegrations,
): Promise<string | undefined> => {
  const fields = Object.keys(Object(state.Arguments)).filter(() => typeof state.Arguments === 'object');
  if (sdk) return integrations.refusal(service, operation, fields);
  if (service === 'lambda' && operation === 'invoke') {
    const strange = fields.find((field) => !invokeArguments.includes(field));
    return strange && `not emulated: the argument '${strange}' of ${state.Resource}`;
  }
  if (!optimizedOperation(service, operation)) return `not emulated: ${state.Resource}`;
  return integrations.refusal(optimizedServices[service]?.sdk as string, operation, fields);
};
