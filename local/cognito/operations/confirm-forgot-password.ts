import type { ConfirmForgotPasswordRequest } from '@aws-sdk/client-cognito-identity-provider';
import { hidesUsers } from '../authentication.ts';
import { useCode } from '../codes.ts';
import type { Operation } from '../context.ts';
import { codeMismatch, noSuchUserOfClient } from '../errors.ts';
import { newPassword } from '../passwords.ts';
import { parse } from '../request.ts';
import { checkSecretHash } from '../secret-hash.ts';
import { findUser } from '../users.ts';

export const confirmForgotPassword: Operation<ConfirmForgotPasswordRequest> = (context) => async (input) => {
  const { ClientId, Username, ConfirmationCode, Password, SecretHash } = parse(
    input,
    ['ClientId', 'Username', 'ConfirmationCode', 'Password'],
    ['SecretHash'],
  );
  const { pool, client } = context.pools.client(ClientId);
  checkSecretHash(client, Username, SecretHash);
  const user = findUser(pool, Username);
  if (!user) throw hidesUsers(client) ? codeMismatch() : noSuchUserOfClient();
  const password = newPassword(pool, user.username, Password, context.randomBytes(16));
  useCode(context, { pool, user, purpose: 'forgotPassword' }, ConfirmationCode);
  Object.assign(user, { password, status: 'CONFIRMED' });
  await context.pools.save(pool, user);
  return {};
};
