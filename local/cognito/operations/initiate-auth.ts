import type { InitiateAuthRequest } from '@aws-sdk/client-cognito-identity-provider';
import { notEmulated } from '../../protocol/service-error.ts';
import { authenticated, hidesUsers, lockoutName } from '../authentication.ts';
import type { Context, Operation } from '../context.ts';
import { invalidParameter, noSuchUser, wrongPassword } from '../errors.ts';
import type { Client, Pool } from '../model.ts';
import { hasPassword } from '../passwords.ts';
import { parameter, parse } from '../request.ts';
import { checkSecretHash } from '../secret-hash.ts';
import { fromRefreshToken } from '../sign-ins.ts';
import { exponentBytes, makeChallenge } from '../srp.ts';
import { tokensOf } from '../tokens.ts';
import { decoy, findUser } from '../users.ts';

type Flow = (
  context: Context,
  of: { pool: Pool; client: Client },
  parameters: Record<string, string> | undefined,
) => Promise<object> | object;

/** Answers a password proof's first step with a challenge; a name that nobody has gets one too, where names are hidden. */
const srp: Flow = (context, { pool, client }, parameters) => {
  const name = parameter(parameters, 'USERNAME');
  checkSecretHash(client, name, parameters?.SECRET_HASH);
  const A = parameter(parameters, 'SRP_A');
  const found = findUser(pool, name);
  if (!found && !hidesUsers(client)) throw noSuchUser();
  const { username, password } = found ?? decoy(pool, name);
  context.lockouts.check(lockoutName(pool, username));
  const challenge = makeChallenge(A, password, context.randomBytes(exponentBytes));
  if (!challenge) throw invalidParameter('SRP_A must be a hexadecimal number that is no multiple of N');
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: password.salt,
      SECRET_BLOCK: context.proofs.put({ clientId: client.id, username, challenge }),
      SRP_B: challenge.B,
      USERNAME: username,
      USER_ID_FOR_SRP: username,
    },
  };
};

const password: Flow = async (context, { pool, client }, parameters) => {
  const name = parameter(parameters, 'USERNAME');
  checkSecretHash(client, name, parameters?.SECRET_HASH);
  const given = parameter(parameters, 'PASSWORD');
  const user = findUser(pool, name);
  if (!user && !hidesUsers(client)) throw noSuchUser();
  const lockout = lockoutName(pool, user?.username ?? name);
  context.lockouts.check(lockout);
  if (user && hasPassword(pool, user, given)) return authenticated(context, { pool, client, user });
  context.lockouts.failed(lockout);
  throw wrongPassword();
};

const refresh: Flow = (context, { pool, client }, parameters) => {
  const token = parameter(parameters, 'REFRESH_TOKEN');
  const { signIn, user } = fromRefreshToken(context, pool, client, token);
  checkSecretHash(client, user.username, parameters?.SECRET_HASH);
  return { ChallengeParameters: {}, AuthenticationResult: tokensOf(context, { pool, client, user }, signIn) };
};

const flows: Record<string, { allow: string; begin: Flow }> = {
  USER_SRP_AUTH: { allow: 'ALLOW_USER_SRP_AUTH', begin: srp },
  USER_PASSWORD_AUTH: { allow: 'ALLOW_USER_PASSWORD_AUTH', begin: password },
  REFRESH_TOKEN_AUTH: { allow: 'ALLOW_REFRESH_TOKEN_AUTH', begin: refresh },
  REFRESH_TOKEN: { allow: 'ALLOW_REFRESH_TOKEN_AUTH', begin: refresh },
};

/** What a client allows whose template does not say. */
const defaultFlows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];

export const initiateAuth: Operation<InitiateAuthRequest> = (context) => async (input) => {
  const { ClientId, AuthFlow, AuthParameters } = parse(input, ['ClientId', 'AuthFlow'], ['AuthParameters']);
  const { pool, client } = context.pools.client(ClientId);
  const flow = Object.hasOwn(flows, AuthFlow) ? flows[AuthFlow] : undefined;
  if (!flow) throw notEmulated(`InitiateAuth with AuthFlow ${AuthFlow}`);
  const allowed: string[] = client.parameters.explicitAuthFlows ?? defaultFlows;
  if (!allowed.includes(flow.allow)) throw invalidParameter(`${AuthFlow} flow not enabled for this client`);
  return flow.begin(context, { pool, client }, AuthParameters);
};
