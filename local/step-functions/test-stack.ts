import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { serve } from '../protocol/test-server.ts';
import type { Service } from '../service.ts';
import { sdkIntegrations } from './integrations/sdk-integrations.ts';
import type { Definition } from './interpreter/definition.ts';
import { createStepFunctions, type StepFunctionsOptions } from './step-functions.ts';

export const roleArn = 'arn:aws:iam::000000000000:role/workflow';

/**
 * For tests: Step Functions on a real socket, with the real SDK client. `others` answer what workflows call through SDK
 * integrations, told apart by the service name of the request's signature.
 */
export const startStack = async (
  change: Partial<StepFunctionsOptions> = {},
  others: Pick<Service, 'name' | 'handle'>[] = [],
) => {
  const stateDir = change.stateDir ?? (await mkdtemp(join(tmpdir(), 'step-functions-')));
  let ids = 0;
  const integrations = sdkIntegrations({
    endpoint: () => server.endpoint,
    region: 'us-east-1',
    credentialsFor: (role) => ({ accessKeyId: role.split('/').pop() ?? '', secretAccessKey: 'secret' }),
  });
  const stepFunctions = await createStepFunctions({
    stateDir,
    clock: { now: () => new Date('2026-01-02T03:04:05.678Z') },
    newId: () => `id-${++ids}`,
    account: '000000000000',
    region: 'us-east-1',
    invokeLambda: async () => ({ payload: null }),
    integrations,
    sleep: async () => undefined,
    timeout: () => new Promise(() => undefined),
    ...change,
  });
  const server = await serve(dispatch([stepFunctions, ...others], () => stepFunctions.close()));
  const client = new SFNClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    disableHostPrefix: true,
    maxAttempts: 1,
  });
  return {
    stepFunctions,
    client,
    create: (definition: Definition, type: 'EXPRESS' | 'STANDARD' = 'STANDARD') =>
      stepFunctions.createStateMachine({ name: 'machine', definition, type, roleArn }),
    ended: endOf(client),
    eventTypes: eventTypesOf(client),
    stateDir,
    close: async ({ keepState = false } = {}) => {
      client.destroy();
      await server.close();
      if (!keepState) await rm(stateDir, { recursive: true });
    },
  };
};

const dispatch = (services: Pick<Service, 'name' | 'handle'>[], close: () => Promise<void>): Service => ({
  name: 'all',
  handle: (request) => {
    const scope = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1];
    const service = services.find(({ name }) => name === scope);
    if (!service) throw new Error(`no service for ${scope}`);
    return service.handle(request);
  },
  close,
});

/** Waits until an execution has ended, and gives it. */
const endOf = (client: SFNClient) => async (executionArn: string | undefined) => {
  for (;;) {
    const execution = await client.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== 'RUNNING') return execution;
    await new Promise((soon) => setTimeout(soon, 5));
  }
};

const eventTypesOf = (client: SFNClient) => async (executionArn: string | undefined) => {
  const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
  return events.map(({ type }) => type);
};
