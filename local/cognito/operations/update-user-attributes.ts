import type { UpdateUserAttributesRequest } from '@aws-sdk/client-cognito-identity-provider';
import { readAttributes, requireMutable } from '../attributes.ts';
import { sendCode } from '../codes.ts';
import type { Context, Operation } from '../context.ts';
import { aliasExists } from '../errors.ts';
import type { Pool, User } from '../model.ts';
import { parse } from '../request.ts';
import { fromAccessToken } from '../sign-ins.ts';
import { findUser, usesEmail } from '../users.ts';

export const updateUserAttributes: Operation<UpdateUserAttributesRequest> = (context) => async (input) => {
  const { AccessToken, UserAttributes } = parse(input, ['AccessToken', 'UserAttributes']);
  const { pool, client, user } = fromAccessToken(context, AccessToken);
  const { email, ...others } = readAttributes(pool, UserAttributes, { client });
  requireMutable(pool, email === undefined ? others : { ...others, email });
  const changesEmail = email !== undefined && email !== user.attributes.email;
  const sent = changesEmail ? changeEmail(context, { pool, user, email }) : [];
  Object.assign(user.attributes, others);
  await context.pools.save(pool, user);
  return { CodeDeliveryDetailsList: sent };
};

/** The new address counts at once, unverified, unless the pool keeps the old one until the new one is verified. */
const changeEmail = (context: Context, change: { pool: Pool; user: User; email: string }) => {
  const { pool, user, email } = change;
  const { autoVerifiedAttributes, userAttributeUpdateSettings } = pool.parameters;
  const holder = usesEmail(pool) ? findUser(pool, email) : undefined;
  if (holder && holder !== user) throw aliasExists();
  const keepsOld = userAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate?.includes('email');
  if (!keepsOld) Object.assign(user.attributes, { email, email_verified: 'false' });
  if (!autoVerifiedAttributes?.includes('email')) return [];
  return [sendCode(context, { pool, user, purpose: 'email', email })];
};
