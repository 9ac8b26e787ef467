import type { GetTokensFromRefreshTokenRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { notAuthorized } from '../errors.ts';
import { parse } from '../request.ts';
import { fromRefreshToken } from '../sign-ins.ts';
import { tokensOf } from '../tokens.ts';

/** Without refresh token rotation, the token stays the same and the response has none. */
export const getTokensFromRefreshToken: Operation<GetTokensFromRefreshTokenRequest> =
  (context) => async (input) => {
    const { ClientId, RefreshToken, ClientSecret } = parse(
      input,
      ['ClientId', 'RefreshToken'],
      ['ClientSecret'],
    );
    const { pool, client } = context.pools.client(ClientId);
    if (client.secret !== ClientSecret)
      throw notAuthorized(`Unable to verify client secret for client ${ClientId}`);
    const { signIn, user } = fromRefreshToken(context, pool, client, RefreshToken);
    return { AuthenticationResult: tokensOf(context, { pool, client, user }, signIn) };
  };
