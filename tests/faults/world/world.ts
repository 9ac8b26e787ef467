import { createEventBridge, type EventBridge } from '../../../local/event-bridge/index.ts';
import { type Dice, seededDice } from '../../../local/faults/dice.ts';
import { type FaultPlan, noFaults } from '../../../local/faults/plan.ts';
import { refusalResponse, throttlingOf } from '../../../local/faults/refusals.ts';
import { ServiceError } from '../../../local/protocol/service-error.ts';
import { type StatementEvent, withFaults } from '../../../local/redshift-data/index.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../../../local/service.ts';
import { createSqs } from '../../../local/sqs/index.ts';
import { Calls } from './calls.ts';
import type { Deployment } from './deployment.ts';
import { place } from './deployment.ts';
import { createTables, type Tables } from './dynamodb/tables.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createLambda, type FunctionProcess, type Lambda } from './lambda.ts';
import { createMail } from './mail.ts';
import { createNotices } from './notices.ts';
import { createObjects } from './objects.ts';
import { uuidFrom } from './process-globals.ts';
import { VirtualTime } from './virtual-time.ts';
import { createWarehouse, type Warehouse } from './warehouse.ts';
import { createWorkflows, sessionOf, type Workflows } from './workflows.ts';

/** When every world begins. */
const beginning = Date.parse('2026-01-05T08:00:00.000Z');

export interface WorldOptions {
  deployment: Deployment;
  plan: FaultPlan;
  /** Milliseconds after the beginning from when on nothing befalls anything any more. */
  faultsUntil: number;
  /** `<bucket>/<key>` to its text. */
  objects: Map<string, string>;
  trace?: (line: string) => void;
}

/** A deployed application, the services that it stands on, and the time that passes for them. */
export interface World {
  time: VirtualTime;
  /** Milliseconds since the beginning. */
  elapsed(): number;
  dice: Dice;
  /** The faults of this moment. */
  plan(): FaultPlan;
  tables: Tables;
  /** `<bucket>/<key>` to its text. */
  objects: Map<string, string>;
  warehouse: Warehouse;
  gateway: Gateway;
  lambda: Lambda;
  workflows: Workflows;
  eventBridge: EventBridge;
  /** How many events lie in dead-letter queues. */
  deadLetters(): number;
  latency(): number;
  newId(): string;
  trace(line: string): void;
}

export const createWorld = async (options: WorldOptions): Promise<World> => {
  const { deployment, plan: faults } = options;
  const time = new VirtualTime(beginning);
  const dice = seededDice(faults.seed);
  const elapsed = () => time.now() - beginning;
  const plan = () => (elapsed() < options.faultsUntil ? faults : noFaults);
  const trace = (line: string) => options.trace?.(`${(elapsed() / 1000).toFixed(3).padStart(9)} ${line}`);
  const clock = { now: () => new Date(time.now()) };
  const newId = () => uuidFrom(dice('ids'));
  const sqs = createSqs({ ...place, clock, newId, endpoint: () => 'http://aws.local' });
  for (const name of deployment.queues) sqs.createQueue({ name });
  const letters = { sent: 0, taken: 0 };
  const deadLetter = (queueArn: string, body: string, attributes: Record<string, string> = {}) => {
    letters.sent += 1;
    const texts = Object.entries(attributes).map(([name, StringValue]) => [
      name,
      { DataType: 'String', StringValue },
    ]);
    sqs.sendMessage(queueArn, body, Object.fromEntries(texts));
  };
  const calls = new Calls({ time, dice, plan, trace });
  const latency = () => calls.latency();
  const base = { time, dice, plan, trace, newId, latency };

  const tables = createTables({
    clock,
    random: dice('batches'),
    lateness: () => (plan().delay > 0 ? Math.max(0, dice('reads')() * 4 - 3) : 0),
  });
  for (const table of deployment.tables) tables.create(table);
  const objects = createObjects(options.objects);
  const services = new Map<string, Service>([
    ['dynamodb', tables],
    ['s3', objects],
    ['sesv2', createMail()],
    ['sns', createNotices()],
    ['sqs', { ...sqs, handle: counting(sqs, letters) }],
  ]);
  const lambda = createLambda({
    ...base,
    functions: deployment.functions,
    deadLetter,
    call: (process, service, request) => callService(calls, services, process, service, request),
  });
  const eventBridge = createEventBridge({
    ...place,
    clock,
    newId,
    sleep: time.sleep.bind(time),
    random: dice('deliveries'),
    invokeLambda: async (arn, event) => {
      if (dice('deliveries')() < plan().throttle)
        throw new ServiceError('TooManyRequestsException', 'Rate exceeded', 429);
      await lambda.invokeAsynchronously(arn, event);
    },
    sendMessage: deadLetter,
  });
  const warehouse = createWarehouse({ ...base, publish: publisher(base, eventBridge) });
  const workflows = createWorkflows({
    ...base,
    calls,
    lambda,
    tables,
    warehouse,
    objects,
    machines: deployment.machines,
    publish: (event) => eventBridge.publish(event),
  });
  const gateway = createGateway({ ...base, deployment, lambda });
  services.set('lambda', invokeService(lambda));
  services
    .set('redshift-data', warehouse)
    .set('eventbridge', eventBridge)
    .set('sfn', workflows)
    .set('apigatewaymanagementapi', gateway.management);
  for (const rule of deployment.rules) await eventBridge.createRule(rule);
  return {
    ...base,
    elapsed,
    tables,
    objects: options.objects,
    warehouse,
    gateway,
    lambda,
    workflows,
    eventBridge,
    deadLetters: () => letters.sent - letters.taken,
  };
};

/** The bus with the faults of the moment: what is late is late by any time up to the plan's. */
const publisher = ({ time, dice, plan }: Pick<World, 'time' | 'dice' | 'plan'>, eventBridge: EventBridge) => {
  const random = dice('events');
  const later = (milliseconds: number, action: () => void) =>
    void time.after(milliseconds * random(), action);
  const through = (faults: FaultPlan) =>
    withFaults((one) => eventBridge.publish(one), faults, { random, later });
  const buses = new Map<FaultPlan, ReturnType<typeof through>>();
  return (event: StatementEvent): void => {
    const faults = plan();
    const publish = buses.get(faults) ?? through(faults);
    buses.set(faults, publish);
    publish(event);
  };
};

/** SQS, counting the letters that are taken out for good. */
const counting =
  (sqs: Service, letters: { taken: number }): Service['handle'] =>
  async (request) => {
    if (request.headers['x-amz-target']?.endsWith('.DeleteMessage')) letters.taken += 1;
    return sqs.handle(request);
  };

/** The Invoke operation of Lambda, for functions that wait for another. */
const invokeService = (lambda: Lambda): Service => ({
  name: 'lambda',
  handle: async ({ url, body }) => {
    const name = decodeURIComponent(/functions\/([^/]+)\/invocations$/.exec(url.pathname)?.[1] ?? '');
    const { payload, functionError } = await lambda.invoke(name, JSON.parse(body.toString()));
    return {
      status: 200,
      headers: { ...(functionError && { 'x-amz-function-error': functionError }) },
      body: JSON.stringify(payload),
    };
  },
});

/** Services whose answers wait for something. */
const takesTime = new Set(['lambda', 'sqs']);

const callService = async (
  calls: Calls,
  services: Map<string, Service>,
  process: FunctionProcess,
  name: string,
  request: Omit<ServiceRequest, 'caller'>,
): Promise<ServiceResponse> => {
  const service = services.get(name);
  if (!service) throw new Error(`not simulated: the service ${name}`);
  const operation = request.headers['x-amz-target']?.split('.').pop() ?? request.method;
  const { roleArn, name: session } = process.definition;
  const whole = { ...request, caller: { arn: sessionOf(roleArn, session) } };
  // What takes time itself is begun within the call and awaited outside it, since a call is carried out at one moment.
  let begun: Promise<ServiceResponse> | undefined;
  const answer = await calls.make(process, {
    what: `${name} ${operation}`,
    carryOut: async (underWay) => {
      if (name === 'dynamodb') (service as Tables).underWay = underWay;
      if (!takesTime.has(name)) return service.handle(whole);
      begun = service.handle(whole);
      return { status: 200 };
    },
    refusal: (pick) => refusalResponse(name, throttlingOf(name, operation, pick)),
  });
  return answer.status === 200 && begun ? begun : answer;
};
