import * as crypto from 'node:crypto';
import { awsJson } from '../protocol/aws-json.ts';
import type { Clock, Service } from '../service.ts';
import type { Context, Mail } from './context.ts';
import { createDeployment, type Deployment } from './deployment.ts';
import { expiring } from './expiring.ts';
import { attemptLimit, lockouts } from './limits.ts';
import { bindOperations } from './operations/index.ts';
import { createPools } from './pools.ts';
import { openPoolStore } from './store.ts';
import { isWellKnown, wellKnown } from './well-known.ts';

export type { Mail } from './context.ts';
export type { Deployment } from './deployment.ts';
export type { GroupParameters, UserPoolClientParameters, UserPoolParameters } from './model.ts';

/** Cognito user pools: the service that pages and SDKs call, and what a deployment does to it. */
export interface Cognito extends Service, Deployment {}

export interface CognitoOptions {
  /** Folder of the pools and their users; made when it does not exist. */
  stateDir: string;
  clock: Clock;
  account: string;
  region: string;
  randomBytes?: (size: number) => Buffer;
  /** A new uuid. */
  newId: () => string;
  /** Where this service is served, for the `jwks_uri` of openid-configuration. */
  endpoint: () => string;
  /** Gets every e-mail that the cloud would send. */
  deliver: (mail: Mail) => void;
}

/** How long a challenge can be answered, in seconds: the cloud's default AuthSessionValidity. */
const sessionSeconds = 3 * 60;

export const createCognito = async (options: CognitoOptions): Promise<Cognito> => {
  const { stateDir, clock, account, region, newId, endpoint, deliver } = options;
  const randomBytes = options.randomBytes ?? crypto.randomBytes;
  const store = await openPoolStore(stateDir);
  const now = () => clock.now().toISOString();
  const pools = createPools({ store, now, newId, randomBytes, account, region });
  const newKey = () => randomBytes(96).toString('base64');
  const context: Context = {
    account,
    region,
    clock,
    newId,
    randomBytes,
    deliver,
    pools,
    proofs: expiring(clock, sessionSeconds, newKey),
    sessions: expiring(clock, sessionSeconds, newKey),
    lockouts: lockouts(clock),
    attempts: attemptLimit(clock),
  };
  const call = awsJson({ version: '1.1', operations: bindOperations(context) });
  const read = wellKnown({ pools, region, endpoint });
  return {
    name: 'cognito-idp',
    handle: async (request) => (isWellKnown(request) ? read(request) : call(request)),
    close: () => store.settle(),
    ...createDeployment(context),
  };
};
