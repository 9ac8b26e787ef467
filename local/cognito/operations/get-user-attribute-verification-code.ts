import type { GetUserAttributeVerificationCodeRequest } from '@aws-sdk/client-cognito-identity-provider';
import { sendCode } from '../codes.ts';
import type { Operation } from '../context.ts';
import { invalidParameter } from '../errors.ts';
import { parse } from '../request.ts';
import { fromAccessToken } from '../sign-ins.ts';

export const getUserAttributeVerificationCode: Operation<GetUserAttributeVerificationCodeRequest> =
  (context) => async (input) => {
    const { AccessToken, AttributeName } = parse(input, ['AccessToken', 'AttributeName']);
    const { pool, user } = fromAccessToken(context, AccessToken);
    const email = user.codes.email?.email ?? user.attributes.email;
    if (AttributeName !== 'email' || !email)
      throw invalidParameter(`User does not have the attribute ${AttributeName} to verify.`);
    context.attempts.count('verifyEmail', `${pool.id} ${user.username}`);
    const sent = sendCode(context, { pool, user, purpose: 'email', email });
    await context.pools.save(pool);
    return { CodeDeliveryDetails: sent };
  };
