import type { AmplifyHosting } from '../amplify/index.ts';
import type { ApiGateway } from '../api-gateway/index.ts';
import type { Cognito } from '../cognito/index.ts';
import type { DynamoDb } from '../dynamodb/index.ts';
import type { EventBridge } from '../event-bridge/index.ts';
import type { Identity } from '../identity.ts';
import type { Lambda } from '../lambda/index.ts';
import type { Sites } from '../page-server.ts';
import type { S3 } from '../s3/index.ts';
import type { Scheduler } from '../scheduler/index.ts';
import type { Sns } from '../sns/index.ts';
import type { Sqs } from '../sqs/index.ts';
import type { Ssm } from '../ssm/index.ts';
import type { StepFunctions } from '../step-functions/index.ts';
import type { Warehouses } from '../warehouses.ts';
import type { CustomResources } from './custom-resources.ts';
import type { HostNames } from './host-names.ts';

/** Everything a resource may be created in. */
export interface StackContext {
  stackName: string;
  account: string;
  region: string;
  /** The project's folder: where the template's relative paths begin. */
  projectDir: string;
  /** Where what is built is kept. */
  buildDir: string;
  /** `.aws-sam/build`, to run what SAM has built instead of building. */
  artefactsDir?: string;
  services: Services;
  identity: Identity;
  warehouses: Warehouses;
  customResources: CustomResources;
  hostNames: HostNames;
  /** Runs once every resource exists, for what one resource alone does not know. */
  afterwards(action: () => Promise<void> | void): void;
  /** Folders of the layer versions that exist, by ARN. */
  layers: Map<string, string>;
  sites: Sites;
  /** Origin of the page, e.g. `http://localhost:3000`. */
  pageOrigin(): string;
  /** Address of the one AWS port, e.g. `http://127.0.0.1:3001`. */
  endpoint(): string;
  /** Tells the person at the terminal what is being done. */
  say(line: string): void;
}

export interface Services {
  amplify: AmplifyHosting;
  apiGateway: ApiGateway;
  cognito: Cognito;
  dynamodb: DynamoDb;
  eventBridge: EventBridge;
  lambda: Lambda;
  s3: S3;
  scheduler: Scheduler;
  sns: Sns;
  sqs: Sqs;
  ssm: Ssm;
  stepFunctions: StepFunctions;
}
