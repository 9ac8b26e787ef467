import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RestApiDefinition } from '../../../local/api-gateway/rest/definition.ts';
import type { WebSocketApiDefinition } from '../../../local/api-gateway/websocket/definition.ts';
import { bundleFunction } from '../../../local/build/bundle-function.ts';
import { deploy } from '../../../local/deploy/deploy.ts';
import { createHostNames } from '../../../local/deploy/host-names.ts';
import type { Declared, ResourceType } from '../../../local/deploy/resource-type.ts';
import type { StackContext } from '../../../local/deploy/stack-context.ts';
import type { TableProperties } from '../../../local/dynamodb/create-table.ts';
import type { NewRule } from '../../../local/event-bridge/rules.ts';
import { resourceTypes } from '../../../local/resources/index.ts';
import type { Definition } from '../../../local/step-functions/interpreter/definition.ts';
import { readTemplate } from '../../../local/template/read-template.ts';
import { bundleOf } from './bundle.ts';
import type { FunctionDefinition } from './lambda.ts';
import type { MachineDefinition } from './workflows.ts';

/** What a template asks for, as far as runs need it; every world is made of it anew. */
export interface Deployment {
  functions: FunctionDefinition[];
  tables: TableProperties[];
  machines: MachineDefinition[];
  rules: NewRule[];
  restApis: RestApiDefinition[];
  webSocketApis: WebSocketApiDefinition[];
  /** Names of the queues. */
  queues: string[];
}

export interface DeploymentOptions {
  /** Folder of template.yaml. */
  projectDir: string;
  /** Where bundles are written. */
  buildDir: string;
  parameters?: Record<string, string>;
}

export const place = { account: '000000000000', region: 'us-east-1' };
export const stackName = 'readout';

/** These are created as the local stack creates them; of the others only the names are known. */
const created = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::IntegrationResponse',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::RouteResponse',
  'AWS::ApiGatewayV2::Stage',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::Role',
  'AWS::SQS::Queue',
  'AWS::Serverless::Api',
  'AWS::Serverless::StateMachine',
];

/** Reads a template with the local stack's own deployment and notes what it would create. */
export const readDeployment = async ({
  projectDir,
  buildDir,
  parameters = {},
}: DeploymentOptions): Promise<Deployment> => {
  const template = readTemplate(join(projectDir, 'template.yaml'));
  const deployment: Deployment = {
    functions: [],
    tables: [],
    machines: [],
    rules: [],
    restApis: [],
    webSocketApis: [],
    queues: [],
  };
  const names = [...new Set(Object.values(template.Resources).map(({ Type }) => Type))];
  const types: Record<string, ResourceType> = {
    ...Object.fromEntries(names.map((name) => [name, named])),
    ...Object.fromEntries(created.map((name) => [name, resourceTypes[name] as ResourceType])),
    'AWS::Serverless::Function': functionType(deployment),
  };
  const later: (() => unknown)[] = [];
  const context = {
    ...place,
    stackName,
    projectDir,
    buildDir,
    hostNames: createHostNames(),
    endpoint: () => 'http://aws.local',
    pageOrigin: () => 'http://page.local',
    afterwards: (action: () => unknown) => void later.push(action),
    services: noting(deployment),
  } as unknown as StackContext;
  await deploy(template, { parameters, types, context });
  for (const action of later) await action();
  return deployment;
};

/** A resource of which nothing is needed but what others call it by. */
const named: ResourceType = {
  properties: z.unknown(),
  create: ({ id }) => ({
    ref: id,
    attributes: new Proxy({}, { get: (_target, attribute) => `${id}.${String(attribute)}` }),
  }),
};

const functionType = (deployment: Deployment): ResourceType => ({
  properties: z.unknown(),
  create: async ({ id, properties, metadata }: Declared<unknown>, { projectDir, buildDir }: StackContext) => {
    const { CodeUri, Timeout = 3, Role, Environment, EventInvokeConfig } = properties as FunctionProperties;
    const codeDir = await bundleFunction({ id, metadata, codeUri: CodeUri, projectDir, buildDir });
    const arn = `arn:aws:lambda:${place.region}:${place.account}:function:${id}`;
    deployment.functions.push({
      name: id,
      arn,
      roleArn: Role ?? `arn:aws:iam::${place.account}:role/${id}`,
      timeoutSeconds: Timeout,
      environment: Object.fromEntries(
        Object.entries(Environment?.Variables ?? {}).map(([name, value]) => [name, String(value)]),
      ),
      bundle: bundleOf(readFileSync(join(codeDir, 'handler.js'), 'utf8')),
      maximumRetryAttempts: EventInvokeConfig?.MaximumRetryAttempts,
      onFailureQueueArn: EventInvokeConfig?.DestinationConfig?.OnFailure?.Destination,
    });
    return { ref: id, attributes: { Arn: arn } };
  },
});

interface FunctionProperties {
  CodeUri: string;
  Timeout?: number;
  Role?: string;
  Environment?: { Variables: Record<string, unknown> };
  EventInvokeConfig?: {
    MaximumRetryAttempts?: number;
    DestinationConfig?: { OnFailure?: { Destination: string } };
  };
}

const noting = (deployment: Deployment) => ({
  dynamodb: {
    createTable: async (properties: TableProperties) => {
      deployment.tables.push(properties);
      return {
        name: properties.TableName,
        arn: `arn:aws:dynamodb:${place.region}:${place.account}:table/${properties.TableName}`,
      };
    },
  },
  eventBridge: {
    createRule: async (rule: NewRule) => {
      deployment.rules.push(rule);
      return { arn: `arn:aws:events:${place.region}:${place.account}:rule/${rule.name}` };
    },
  },
  stepFunctions: {
    createStateMachine: async ({
      name,
      definition,
      roleArn,
      type = 'STANDARD',
    }: {
      name: string;
      definition: object;
      roleArn: string;
      type?: MachineDefinition['type'];
    }) => {
      const arn = `arn:aws:states:${place.region}:${place.account}:stateMachine:${name}`;
      deployment.machines.push({ arn, name, roleArn, type, definition: definition as Definition });
      return { arn };
    },
  },
  sqs: {
    createQueue: ({ name }: { name: string }) => {
      deployment.queues.push(name);
      return {
        url: `http://aws.local/${place.account}/${name}`,
        arn: `arn:aws:sqs:${place.region}:${place.account}:${name}`,
      };
    },
  },
  apiGateway: {
    createRestApi: (api: RestApiDefinition) => void deployment.restApis.push(api),
    createWebSocketApi: (api: WebSocketApiDefinition) => void deployment.webSocketApis.push(api),
  },
});
