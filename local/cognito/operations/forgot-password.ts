import type { ForgotPasswordRequest } from '@aws-sdk/client-cognito-identity-provider';
import { hidesUsers } from '../authentication.ts';
import { sendCode } from '../codes.ts';
import type { Operation } from '../context.ts';
import { invalidParameter, noSuchUserOfClient, notAuthorized } from '../errors.ts';
import { deliveryDetails } from '../mail.ts';
import type { Client, Pool, User } from '../model.ts';
import { parse } from '../request.ts';
import { checkSecretHash } from '../secret-hash.ts';
import { findUser } from '../users.ts';

export const forgotPassword: Operation<ForgotPasswordRequest> = (context) => async (input) => {
  const { ClientId, Username, SecretHash } = parse(input, ['ClientId', 'Username'], ['SecretHash']);
  const { pool, client } = context.pools.client(ClientId);
  checkSecretHash(client, Username, SecretHash);
  const user = recoverable(pool, client, Username);
  if (!user) return { CodeDeliveryDetails: deliveryDetails(Username) };
  context.attempts.count('forgotPassword', `${pool.id} ${user.username}`);
  const sent = sendCode(context, { pool, user, purpose: 'forgotPassword' });
  await context.pools.save(pool);
  return { CodeDeliveryDetails: sent };
};

/** The user to whom a code may go; undefined where a client must not learn that there is none. */
const recoverable = (pool: Pool, client: Client, name: string): User | undefined => {
  const recovery = pool.parameters.accountRecoverySetting?.RecoveryMechanisms;
  if (recovery?.every(({ Name }) => Name === 'admin_only'))
    throw notAuthorized('Contact administrator to reset password.');
  const user = findUser(pool, name);
  const reachable = user?.attributes.email_verified === 'true';
  if (!reachable && hidesUsers(client)) return undefined;
  if (!user) throw noSuchUserOfClient();
  if (!reachable)
    throw invalidParameter(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  if (user.status === 'FORCE_CHANGE_PASSWORD')
    throw notAuthorized('User password cannot be reset in the current state.');
  return user;
};
