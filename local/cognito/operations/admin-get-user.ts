import type { AdminGetUserRequest } from '@aws-sdk/client-cognito-identity-provider';
import { listAttributes } from '../attributes.ts';
import type { Operation } from '../context.ts';
import { describeAccount } from '../descriptions.ts';
import { parse } from '../request.ts';
import { getUser } from '../users.ts';

export const adminGetUser: Operation<AdminGetUserRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId, Username } = parse(input, ['UserPoolId', 'Username']);
    const user = getUser(pools.get(UserPoolId), Username);
    return { ...describeAccount(user), UserAttributes: listAttributes(user) };
  };
