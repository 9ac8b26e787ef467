import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { serve } from '../protocol/test-server.ts';
import { createCognito, type Mail, type UserPoolClientParameters, type UserPoolParameters } from './index.ts';

export const email = 'Ada@example.com';
export const password = 'Correct-horse-1';

/** A clock at the present, moved by hand from there: SRP clients and JWT verifiers read the real one. */
const movableClock = () => {
  let time = Date.now();
  return {
    now: () => new Date(time),
    advance: ({ seconds = 0, minutes = 0, hours = 0, days = 0 }) => {
      time += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    },
  };
};

/** A pool as the template has it, behind a real port, with the SDK's client for it. */
export const startPool = async ({
  pool = {},
  client = {},
  stateDir,
}: {
  pool?: Partial<UserPoolParameters>;
  client?: Partial<UserPoolClientParameters>;
  stateDir?: string;
} = {}) => {
  const folder = stateDir ?? (await mkdtemp(join(tmpdir(), 'cognito-')));
  const clock = movableClock();
  const mails: Mail[] = [];
  const requests: { operation: string; body: string }[] = [];
  const before = new Map<string, () => void>();
  const cognito = await createCognito({
    stateDir: folder,
    clock,
    account: '000000000000',
    region: 'us-east-1',
    newId: randomUUID,
    endpoint: () => server.endpoint,
    deliver: (mail) => mails.push(mail),
  });
  const server = await serve({
    ...cognito,
    handle: (request) => {
      const operation = request.headers['x-amz-target']?.split('.')[1] ?? '';
      before.get(operation)?.();
      requests.push({ operation, body: request.body.toString() });
      return cognito.handle(request);
    },
  });
  const created = await cognito.createUserPool({ ...poolParameters, ...pool });
  const userPoolId = created.id;
  const app = await cognito.createUserPoolClient({ ...clientParameters, userPoolId, ...client });
  const sdk = new CognitoIdentityProviderClient({
    maxAttempts: 1, // the SDK would try again after LimitExceededException
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    cognito,
    clock,
    mails,
    /** What was sent, in order. */
    requests,
    /** What to do when an operation arrives, by its name. */
    before,
    sdk,
    stateDir: folder,
    endpoint: server.endpoint,
    UserPoolId: userPoolId,
    ClientId: app.id,
    ClientSecret: app.secret,
    /** The code of the last mail. */
    code: () => mails.at(-1)?.code,
    /** A confirmed user who is signed in. */
    signedIn: async (groups: string[] = []) => {
      await cognito.ensureUser({ userPoolId, email, password, groups });
      return signInWithPassword(sdk, app.id);
    },
    signIn: (secret = password) => signInWithPassword(sdk, app.id, secret),
    /** Ends the server; the state stays for another start. */
    stop: async () => {
      sdk.destroy();
      await server.close();
    },
    remove: async () => {
      sdk.destroy();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
};

export type TestPool = Awaited<ReturnType<typeof startPool>>;

const signInWithPassword = async (
  sdk: CognitoIdentityProviderClient,
  ClientId: string,
  secret = password,
) => {
  const { AuthenticationResult } = await sdk.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: secret },
    }),
  );
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {};
  return { AccessToken, IdToken, RefreshToken };
};

const poolParameters: UserPoolParameters = {
  logicalId: 'UserPool',
  name: 'readers',
  usernameAttributes: ['email'],
  usernameConfiguration: { CaseSensitive: false },
  autoVerifiedAttributes: ['email'],
  policies: {
    PasswordPolicy: {
      MinimumLength: 8,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      TemporaryPasswordValidityDays: 7,
    },
  },
};

const clientParameters: Omit<UserPoolClientParameters, 'userPoolId'> = {
  logicalId: 'UserPoolClient',
  clientName: 'page',
  explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
  preventUserExistenceErrors: 'ENABLED',
};
