import type { AdminCreateUserRequest } from '@aws-sdk/client-cognito-identity-provider';
import { notEmulated, ServiceError } from '../../protocol/service-error.ts';
import { readAttributes } from '../attributes.ts';
import type { Context, Operation } from '../context.ts';
import { describeUser } from '../descriptions.ts';
import { invitation } from '../mail.ts';
import type { Pool } from '../model.ts';
import { newPassword, temporaryExpiry, temporaryPassword } from '../passwords.ts';
import { register } from '../registration.ts';
import { parse } from '../request.ts';
import { getUser } from '../users.ts';

/** `ForceAliasCreation` changes nothing in a pool without aliases. */
export const adminCreateUser: Operation<AdminCreateUserRequest> = (context) => async (input) => {
  const request = parse(
    input,
    ['UserPoolId', 'Username'],
    ['UserAttributes', 'TemporaryPassword', 'MessageAction', 'DesiredDeliveryMediums', 'ForceAliasCreation'],
  );
  if (request.DesiredDeliveryMediums?.includes('SMS')) throw notEmulated('AdminCreateUser by SMS');
  const pool = context.pools.get(request.UserPoolId);
  const password = request.TemporaryPassword ?? temporaryPassword(context.randomBytes);
  const user =
    request.MessageAction === 'RESEND'
      ? invitedAgain(context, pool, request.Username, password)
      : register(context, pool, {
          name: request.Username,
          attributes: readAttributes(pool, request.UserAttributes, { mayVerify: true }),
          password,
          status: 'FORCE_CHANGE_PASSWORD',
        });
  user.temporaryPasswordExpiresAt = temporaryExpiry(pool, context.clock.now());
  await context.pools.save(pool, user);
  if (request.MessageAction !== 'SUPPRESS' && user.attributes.email)
    context.deliver(invitation(pool, user.attributes.email, password));
  return { User: describeUser(user) };
};

const invitedAgain = (context: Context, pool: Pool, name: string, password: string) => {
  const user = getUser(pool, name);
  if (user.status !== 'FORCE_CHANGE_PASSWORD')
    throw new ServiceError('UnsupportedUserStateException', `Resend not possible. Status is ${user.status}`);
  user.password = newPassword(pool, user.username, password, context.randomBytes(16));
  return user;
};
