import type { ResendConfirmationCodeRequest } from '@aws-sdk/client-cognito-identity-provider';
import { hidesUsers } from '../authentication.ts';
import { sendCode } from '../codes.ts';
import type { Operation } from '../context.ts';
import { invalidParameter, noSuchUserOfClient } from '../errors.ts';
import { deliveryDetails } from '../mail.ts';
import { parse } from '../request.ts';
import { checkSecretHash } from '../secret-hash.ts';
import { findUser } from '../users.ts';

export const resendConfirmationCode: Operation<ResendConfirmationCodeRequest> =
  (context) => async (input) => {
    const { ClientId, Username, SecretHash } = parse(input, ['ClientId', 'Username'], ['SecretHash']);
    const { pool, client } = context.pools.client(ClientId);
    checkSecretHash(client, Username, SecretHash);
    const user = findUser(pool, Username);
    if (!user && hidesUsers(client)) return { CodeDeliveryDetails: deliveryDetails(Username) };
    if (!user) throw noSuchUserOfClient();
    if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
    if (!user.attributes.email)
      throw invalidParameter('Cannot resend codes. Auto verification not turned on.');
    context.attempts.count('resend', `${pool.id} ${user.username}`);
    const sent = sendCode(context, { pool, user, purpose: 'signUp' });
    await context.pools.save(pool);
    return { CodeDeliveryDetails: sent };
  };
