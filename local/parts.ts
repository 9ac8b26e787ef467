import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { createAmplify } from './amplify/index.ts';
import { createApiGateway } from './api-gateway/index.ts';
import { type Cognito, createCognito } from './cognito/index.ts';
import { createConsole, createConsoleRecord } from './console/index.ts';
import { createCustomResources } from './deploy/custom-resources.ts';
import { createHostNames } from './deploy/host-names.ts';
import type { Services, StackContext } from './deploy/stack-context.ts';
import { createDynamoDb } from './dynamodb/index.ts';
import { type BusEvent, createEventBridge } from './event-bridge/index.ts';
import { parsePlan } from './faults/plan.ts';
import { createStackFaults } from './faults/stack-faults.ts';
import { environmentOf } from './function-environment.ts';
import { createFunctionLogs } from './function-logs.ts';
import { warningIn } from './function-warnings.ts';
import { createIdentity } from './identity.ts';
import { createLambda } from './lambda/index.ts';
import { createMailbox } from './mailbox.ts';
import { createSites } from './page-server.ts';
import { createRedshiftData } from './redshift-data/index.ts';
import { createS3 } from './s3/index.ts';
import { createScheduler } from './scheduler/index.ts';
import { type Service, systemClock } from './service.ts';
import { createSes } from './ses/index.ts';
import { createSns } from './sns/index.ts';
import { createSqs } from './sqs/index.ts';
import { createSsm } from './ssm/index.ts';
import type { StateFolder } from './state-folder.ts';
import { createStepFunctions, sdkIntegrations } from './step-functions/index.ts';
import { createSts } from './sts/index.ts';
import { createWarehouses } from './warehouses.ts';

export interface PartsOptions {
  /** Folder of template.yaml. */
  projectDir: string;
  /** `.aws-sam/build`, to run what SAM has built instead of building. */
  artefactsDir?: string;
  /** What goes wrong on purpose, e.g. `lose=0.1,crash=0.01,seed=7`. */
  fault?: string;
  say: (line: string) => void;
}

/** Where the stack is, and what it is called. */
export const place = { account: '000000000000', region: 'us-east-1' };
const stackName = 'readout';

/** Every emulated service, wired to those it calls. */
export const createParts = async (
  options: PartsOptions,
  state: StateFolder,
  address: { aws: string; page: string },
) => {
  const { projectDir, say } = options;
  const folder = (name: string): string => join(state.data, name);
  const base = { ...place, clock: systemClock, newId: randomUUID };
  const endpoint = (): string => address.aws;
  const identity = createIdentity(place);
  const warehouses = createWarehouses();
  const faults = createStackFaults(parsePlan(options.fault ?? ''), (processId) => lambda.crash(processId));

  const record = createConsoleRecord(systemClock);
  const mailbox = createMailbox({
    clock: systemClock,
    announce: ({ to, subject, code }) => {
      say(`Mail to ${to}: ${subject}${code ? ` (${code})` : ''}`);
      record.pulse.beat();
    },
  });
  const s3 = createS3({ ...base, stateDir: folder('s3') });
  const dynamodb = await createDynamoDb({ ...base, stateDir: folder('dynamodb') });
  const ssm = createSsm({ ...base, stateDir: folder('ssm') });
  const sqs = createSqs({ ...base, endpoint });
  const amplify = createAmplify({ ...base, stateDir: folder('amplify'), endpoint });
  const deliver = mailbox.deliver;
  const cognito = await createCognito({ ...base, stateDir: folder('cognito'), endpoint, deliver });
  const sendMessage = async (queueArn: string, body: string, attributes: Record<string, string> = {}) => {
    const texts = Object.entries(attributes).map(([name, StringValue]) => [
      name,
      { DataType: 'String', StringValue },
    ]);
    sqs.sendMessage(queueArn, body, Object.fromEntries(texts));
    record.queued(queueArn, body, attributes);
  };
  const keep = createFunctionLogs(state.logs);
  const lambda = createLambda({
    ...base,
    log: (name, line) => {
      keep(name, line);
      record.pulse.beat();
      const warning = warningIn(line);
      if (warning) say(`${name}: ${warning}`);
    },
    baseEnvironment: (roleArn, name, processId) => ({
      ...environmentOf(identity, endpoint(), roleArn, name),
      AWS_SESSION_TOKEN: processId,
      ...faults.environment(),
    }),
    sendMessage,
  });
  const invokeLambda = (name: string, event: object) => lambda.invoke(name, event);
  const couriers = {
    ...base,
    invokeLambda: async (name: string, event: object) =>
      void (await lambda.invoke(name, event, { type: 'Event' })),
    sendMessage,
    startExecution: (arn: string, input: string) => stepFunctions.startExecution(arn, input),
    tell: record.delivered,
  };
  const eventBridge = createEventBridge(couriers);
  const publish = (event: BusEvent): void => eventBridge.publish(event);
  const sns = createSns({
    ...couriers,
    deliver,
    sendMessage: (queueArn, body) => sqs.sendMessage(queueArn, body),
  });
  const scheduler = createScheduler({ ...couriers, stateDir: folder('scheduler'), publish });
  const stepFunctions = await createStepFunctions({
    ...base,
    stateDir: folder('step-functions'),
    invokeLambda,
    publish,
    integrations: sdkIntegrations({
      endpoint,
      region: place.region,
      credentialsFor: (roleArn) => identity.assumeRole(roleArn, 'execution'),
    }),
  });
  const apiGateway = createApiGateway({
    ...base,
    invokeLambda,
    jwksOf: (arn) => poolKeys(cognito, arn),
    log: say,
  });
  const redshiftData = await createRedshiftData({
    ...base,
    databaseFile: folder('warehouse.duckdb'),
    objects: s3,
    publish: faults.publish(publish),
    targets: warehouses.list,
  });
  const customResources = createCustomResources({
    stateFile: folder('custom-resources.json'),
    stackId: `arn:aws:cloudformation:${place.region}:${place.account}:stack/${stackName}/local`,
    newId: randomUUID,
    lambda: () => lambda,
    endpoint,
    say,
  });

  const own: Services = {
    amplify,
    apiGateway,
    cognito,
    dynamodb,
    eventBridge,
    lambda,
    s3,
    scheduler,
    sns,
    sqs,
    ssm,
    stepFunctions,
  };
  const services: Service[] = [
    ...Object.values(own),
    createSts(place),
    createSes({ newId: randomUUID, deliver }),
    redshiftData,
    mailbox,
    customResources,
    createConsole({
      projectDir,
      region: place.region,
      endpoint,
      identity,
      logsFolder: state.logs,
      record,
      letters: mailbox.mails,
    }),
  ];
  const context: StackContext = {
    ...place,
    stackName,
    projectDir,
    buildDir: state.build,
    ...(options.artefactsDir && { artefactsDir: resolve(options.artefactsDir) }),
    services: own,
    identity,
    warehouses,
    customResources,
    hostNames: createHostNames(),
    sites: createSites(),
    layers: new Map(),
    pageOrigin: () => address.page,
    endpoint,
    afterwards: () => {},
    say,
  };
  const upgrade = faults.upgrade(apiGateway.upgrade);
  return { services: services.map(record.watched).map(faults.service), identity, context, upgrade, faults };
};

const poolKeys = (cognito: Cognito, arn: string) => {
  const id = arn.slice(arn.lastIndexOf('/') + 1);
  return { issuer: `https://cognito-idp.${place.region}.amazonaws.com/${id}`, jwks: cognito.jwks(id) };
};
