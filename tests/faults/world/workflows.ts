import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as redshiftData from '@aws-sdk/client-redshift-data';
import * as s3 from '@aws-sdk/client-s3';
import type { BusEvent } from '../../../local/event-bridge/index.ts';
import type { Dice } from '../../../local/faults/dice.ts';
import type { FaultPlan } from '../../../local/faults/plan.ts';
import { throttlingOf } from '../../../local/faults/refusals.ts';
import { awsJson, type JsonOperation } from '../../../local/protocol/aws-json.ts';
import { ServiceError } from '../../../local/protocol/service-error.ts';
import type { Service } from '../../../local/service.ts';
import { runTask } from '../../../local/step-functions/integrations/run-task.ts';
import { SdkCallError, SdkUnreachable } from '../../../local/step-functions/integrations/sdk-call-error.ts';
import type { SdkIntegrations } from '../../../local/step-functions/integrations/sdk-integrations.ts';
import { operationSchemas, toSdk } from '../../../local/step-functions/integrations/sdk-schema.ts';
import { type TaskTokens, taskTokens } from '../../../local/step-functions/integrations/task-tokens.ts';
import type { Definition } from '../../../local/step-functions/interpreter/definition.ts';
import { type Ending, runExecution } from '../../../local/step-functions/interpreter/execution.ts';
import type { Environment } from '../../../local/step-functions/interpreter/thread.ts';
import { AnswerLost, type Caller, type Calls } from './calls.ts';
import type { Tables } from './dynamodb/tables.ts';
import type { Lambda } from './lambda.ts';
import { etagOf, type Objects } from './objects.ts';
import { standardExecutions } from './standard-executions.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Warehouse } from './warehouse.ts';

export interface MachineDefinition {
  arn: string;
  name: string;
  roleArn: string;
  type: 'STANDARD' | 'EXPRESS';
  definition: Definition;
}

export interface WorkflowsDeps {
  time: VirtualTime;
  dice: Dice;
  plan(): FaultPlan;
  calls: Calls;
  lambda: Lambda;
  tables: Tables;
  warehouse: Warehouse;
  objects: Objects;
  machines: MachineDefinition[];
  newId(): string;
  trace(line: string): void;
  /** Puts an event of a Standard workflow on the bus. */
  publish(event: BusEvent): void;
}

export interface Workflows extends Service {
  /** How many executions are under way. */
  running(): number;
}

class ExecutionCaller implements Caller {
  dead = false;
  constructor(
    readonly name: string,
    readonly durable: boolean,
  ) {}
  die(): void {
    this.dead = true;
  }
}

/**
 * Workflows by the local stack's interpreter. An Express one that dies at a task says nothing more until its own time is
 * up; Express starts at least once, so now and then one start runs twice. A Standard one lasts.
 */
export const createWorkflows = (deps: WorkflowsDeps): Workflows => {
  const { time, dice, plan, machines, newId, trace } = deps;
  let running = 0;
  const clock = { now: () => new Date(time.now()) };
  const sleep = time.sleep.bind(time);
  const tokens = taskTokens(sleep);
  const run = async (machine: MachineDefinition, name: string, input: string): Promise<Ending> => {
    const id = newId();
    const isExpress = machine.type === 'EXPRESS';
    const caller = new ExecutionCaller(`execution ${name.slice(0, 8)}/${id.slice(0, 4)}`, !isExpress);
    const environment: Environment = {
      runTask: taskRunner(deps, caller, tokens),
      clock,
      sleep,
      timeout: sleep,
      random: dice('workflows'),
      newId,
      region: 'us-east-1',
    };
    running += 1;
    const ending = await runExecution({
      definition: machine.definition,
      input: JSON.parse(input),
      context: contextOf(machine, name, input, clock.now()),
      environment,
      signal: new AbortController().signal,
      ...(isExpress && { timeoutSeconds: Math.min(machine.definition.TimeoutSeconds ?? 300, 300) }),
    });
    running -= 1;
    trace(`${caller.name} ${ending.status} ${'error' in ending ? `${ending.error}: ${ending.cause}` : ''}`);
    return ending;
  };
  const standard = standardExecutions({
    ...deps,
    tokens,
    latency: () => deps.calls.latency(),
    run,
  });
  const StartExecution = async ({
    stateMachineArn,
    name = newId(),
    input = '{}',
  }: Record<string, string>) => {
    const machine = machines.find(({ arn }) => arn === stateMachineArn);
    if (!machine)
      throw new ServiceError(
        'StateMachineDoesNotExist',
        `State Machine Does Not Exist: '${stateMachineArn}'`,
      );
    if (machine.type === 'STANDARD') return standard.start(machine, name, input);
    const times = dice('starts')() < plan().duplicate ? 2 : 1;
    for (let start = 0; start < times; start += 1)
      time.after(deps.calls.latency(), () => void run(machine, name, input));
    return {
      executionArn: `${machine.arn.replace(':stateMachine:', ':express:')}:${name}`,
      startDate: time.now() / 1000,
    };
  };
  return {
    name: 'states',
    running: () => running,
    handle: awsJson({
      version: '1.0',
      operations: { ...standard.operations, StartExecution } as Record<string, JsonOperation>,
    }),
  };
};

const taskRunner = (deps: WorkflowsDeps, caller: ExecutionCaller, tokens: TaskTokens) => {
  const invokeLambda = async (arn: string, payload: object) => {
    const refused = await deps.calls.make(caller, {
      what: `invokes ${arn.split(':').pop()}`,
      carryOut: async (): Promise<ServiceError | undefined> => undefined,
      refusal: (pick) => throttlingOf('lambda', 'Invoke', pick),
    });
    if (refused) throw refused;
    return deps.lambda.invoke(arn, payload);
  };
  const integrations = integrationsFor(deps, caller);
  return runTask({ invokeLambda, integrations, tokens, newId: deps.newId });
};

/** Calls of services without HTTP in between: what Step Functions' own SDK would have made of it. */
const integrationsFor = (deps: WorkflowsDeps, caller: ExecutionCaller): SdkIntegrations => ({
  call: async (service, operation, input, roleArn) => {
    const name = operation.charAt(0).toUpperCase() + operation.slice(1);
    const own = serviceNames[service] ?? service;
    const answer = await deps.calls
      .make<object>(caller, {
        what: `${own} ${name}`,
        carryOut: () => carryOut(deps, own, name, input, roleArn),
        refusal: (pick) => throttlingOf(own, name, pick),
      })
      .catch((error) => {
        throw error instanceof AnswerLost ? new SdkUnreachable(error.message) : error;
      });
    if (answer instanceof ServiceError) throw sdkError(own, answer);
    return answer;
  },
  refusal: async () => undefined,
});

const serviceNames: Record<string, string> = { redshiftdata: 'redshift-data' };
const clients: Record<string, object> = { dynamodb, s3, 'redshift-data': redshiftData };

/** Resolves with the ServiceError that a service throws: it has been carried out all the same. */
const carryOut = async (
  { tables, warehouse, objects }: WorkflowsDeps,
  service: string,
  operation: string,
  input: unknown,
  roleArn: string,
): Promise<object> => {
  try {
    if (service === 's3') return objectIn(objects, input as { Bucket: string; Key: string });
    const { operations } = service === 'dynamodb' ? tables : warehouse;
    const run = operations[operation];
    if (!run) throw new Error(`not simulated: ${service} ${operation}`);
    const answer = await run(onWire(service, operation, input) as never, {
      arn: sessionOf(roleArn, 'execution'),
    });
    return JSON.parse(JSON.stringify(answer));
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
};

/** The input as the service's model writes its members. */
const onWire = (service: string, operation: string, input: unknown): unknown => {
  const copy = JSON.parse(JSON.stringify(input));
  if (service !== 'redshift-data') return copy;
  return toSdk(operationSchemas((redshiftData as Record<string, unknown>)[`${operation}$`]).input, copy);
};

/** `arn:aws:iam::…:role/name` as its session. */
export const sessionOf = (roleArn: string, session: string): string =>
  `${roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${session}`;

const objectIn = (objects: Objects, { Bucket, Key }: { Bucket: string; Key: string }): object => {
  const Body = objects.get(Bucket, Key);
  if (Body === undefined) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
  return { Body, ETag: etagOf(Body) };
};

const sdkError = (service: string, { name, message, status }: ServiceError) =>
  new SdkCallError(message, name, Object.hasOwn(clients[service] ?? {}, name), status, 'simulated');

const contextOf = (
  { arn, name: machine, roleArn }: MachineDefinition,
  name: string,
  input: string,
  now: Date,
) => ({
  Execution: {
    Id: `${arn.replace(':stateMachine:', ':express:')}:${name}`,
    Input: JSON.parse(input),
    Name: name,
    RoleArn: roleArn,
    StartTime: now.toISOString(),
  },
  StateMachine: { Id: arn, Name: machine },
});
