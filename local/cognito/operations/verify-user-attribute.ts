import type { VerifyUserAttributeRequest } from '@aws-sdk/client-cognito-identity-provider';
import { useCode } from '../codes.ts';
import type { Operation } from '../context.ts';
import { aliasExists, invalidParameter } from '../errors.ts';
import { parse } from '../request.ts';
import { fromAccessToken } from '../sign-ins.ts';
import { findUser, usesEmail } from '../users.ts';

export const verifyUserAttribute: Operation<VerifyUserAttributeRequest> = (context) => async (input) => {
  const { AccessToken, AttributeName, Code } = parse(input, ['AccessToken', 'AttributeName', 'Code']);
  const { pool, user } = fromAccessToken(context, AccessToken);
  if (AttributeName !== 'email') throw invalidParameter(`${AttributeName} cannot be verified.`);
  const { email } = useCode(context, { pool, user, purpose: 'email' }, Code);
  const holder = usesEmail(pool) && email ? findUser(pool, email) : undefined;
  if (holder && holder !== user) throw aliasExists();
  Object.assign(user.attributes, { email: email ?? user.attributes.email, email_verified: 'true' });
  await context.pools.save(pool, user);
  return {};
};
