import type { GetUserRequest } from '@aws-sdk/client-cognito-identity-provider';
import { listAttributes } from '../attributes.ts';
import type { Operation } from '../context.ts';
import { parse } from '../request.ts';
import { fromAccessToken } from '../sign-ins.ts';

export const getUser: Operation<GetUserRequest> = (context) => async (input) => {
  const { AccessToken } = parse(input, ['AccessToken']);
  const { user } = fromAccessToken(context, AccessToken);
  return { Username: user.username, UserAttributes: listAttributes(user) };
};
