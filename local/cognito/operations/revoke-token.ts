import type { RevokeTokenRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { notAuthorized, unsupportedOperation, unsupportedTokenType } from '../errors.ts';
import { decodeJwt } from '../jwt.ts';
import { parse } from '../request.ts';
import { hashToken, revocable } from '../sign-ins.ts';

/** Ends the sign-in of one refresh token, its access tokens included. A token that nobody has is no error (RFC 7009). */
export const revokeToken: Operation<RevokeTokenRequest> = (context) => async (input) => {
  const { ClientId, Token, ClientSecret } = parse(input, ['ClientId', 'Token'], ['ClientSecret']);
  const { pool, client } = context.pools.client(ClientId);
  if (client.secret !== ClientSecret)
    throw notAuthorized(`Unable to verify client secret for client ${ClientId}`);
  if (!revocable(client)) throw unsupportedOperation('Token revocation is not enabled for this client.');
  if (decodeJwt(Token)) throw unsupportedTokenType('Only refresh tokens can be revoked.');
  const hash = hashToken(Token);
  const signIn = pool.signIns.find(
    ({ refreshTokenHash, clientId }) => refreshTokenHash === hash && clientId === client.id,
  );
  if (signIn) signIn.revoked = true;
  await context.pools.save(pool);
  return {};
};
