import type { ConfirmSignUpRequest } from '@aws-sdk/client-cognito-identity-provider';
import { hidesUsers } from '../authentication.ts';
import { useCode } from '../codes.ts';
import type { Operation } from '../context.ts';
import { expiredCode, noSuchUserOfClient, notAuthorized } from '../errors.ts';
import { parse } from '../request.ts';
import { checkSecretHash } from '../secret-hash.ts';
import { findUser } from '../users.ts';

/** `ForceAliasCreation` changes nothing in a pool without aliases. */
export const confirmSignUp: Operation<ConfirmSignUpRequest> = (context) => async (input) => {
  const { ClientId, Username, ConfirmationCode, SecretHash } = parse(
    input,
    ['ClientId', 'Username', 'ConfirmationCode'],
    ['SecretHash', 'ForceAliasCreation'],
  );
  const { pool, client } = context.pools.client(ClientId);
  checkSecretHash(client, Username, SecretHash);
  const user = findUser(pool, Username);
  if (!user) throw hidesUsers(client) ? expiredCode() : noSuchUserOfClient();
  if (user.status !== 'UNCONFIRMED')
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
  useCode(context, { pool, user, purpose: 'signUp' }, ConfirmationCode);
  user.status = 'CONFIRMED';
  user.attributes.email_verified = 'true';
  await context.pools.save(pool, user);
  return {};
};
