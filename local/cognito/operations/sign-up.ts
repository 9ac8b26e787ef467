import type { SignUpRequest } from '@aws-sdk/client-cognito-identity-provider';
import { readAttributes } from '../attributes.ts';
import { sendCode } from '../codes.ts';
import type { Operation } from '../context.ts';
import { notAuthorized } from '../errors.ts';
import { register } from '../registration.ts';
import { parse } from '../request.ts';
import { checkSecretHash } from '../secret-hash.ts';

export const signUp: Operation<SignUpRequest> = (context) => async (input) => {
  const { ClientId, Username, Password, SecretHash, UserAttributes } = parse(
    input,
    ['ClientId', 'Username', 'Password'],
    ['SecretHash', 'UserAttributes'],
  );
  const { pool, client } = context.pools.client(ClientId);
  checkSecretHash(client, Username, SecretHash);
  if (pool.parameters.adminCreateUserConfig?.AllowAdminCreateUserOnly)
    throw notAuthorized('SignUp is not permitted for this user pool');
  const attributes = readAttributes(pool, UserAttributes, { client });
  const user = register(context, pool, {
    name: Username,
    attributes,
    password: Password,
    status: 'UNCONFIRMED',
  });
  const verifies = pool.parameters.autoVerifiedAttributes?.includes('email') && user.attributes.email;
  const sent = verifies ? sendCode(context, { pool, user, purpose: 'signUp' }) : undefined;
  await context.pools.save(pool);
  return { UserConfirmed: false, UserSub: user.attributes.sub, CodeDeliveryDetails: sent };
};
