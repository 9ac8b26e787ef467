import { JwtVerifier } from 'aws-jwt-verify';
import { JwtExpiredError, KidNotFoundInJwksError } from 'aws-jwt-verify/error';
import type { PoolKeys } from '../gateway-deps.ts';
import { flatClaims } from './claims.ts';
import type { CognitoAuthorizerDefinition } from './definition.ts';
import { GatewayFault } from './gateway-response.ts';

/** @returns the claims of the ID token in an Authorization header; throws GatewayFault UNAUTHORIZED. */
export type CognitoAuthorizer = (authorization: string | undefined) => Promise<Record<string, string>>;

/**
 * A COGNITO_USER_POOLS authorizer without scopes. It takes ID tokens of every app client of its pools, as AWS does:
 * which clients may call is for the functions to decide.
 */
export const cognitoAuthorizer = (
  { userPoolArns }: CognitoAuthorizerDefinition,
  jwksOf: (userPoolArn: string) => PoolKeys | Promise<PoolKeys>,
): CognitoAuthorizer => {
  const verifiers = userPoolArns.map((arn) => poolVerifier(() => jwksOf(arn)));
  return async (authorization) => {
    const token = authorization?.replace(/^Bearer /i, '').trim();
    if (!token) throw new GatewayFault('UNAUTHORIZED');
    const results = await Promise.allSettled(verifiers.map((verify) => verify(token)));
    const accepted = results.find((result) => result.status === 'fulfilled');
    if (accepted) return flatClaims(accepted.value);
    const expired = results.some(
      (result) => result.status === 'rejected' && result.reason instanceof JwtExpiredError,
    );
    throw new GatewayFault('UNAUTHORIZED', expired ? 'The incoming token has expired' : undefined);
  };
};

type Verifier = ReturnType<typeof newVerifier>;

/** Verifies against keys read once, and read again when a token names a key that is not among them. */
const poolVerifier = (keysOf: () => PoolKeys | Promise<PoolKeys>) => {
  let cached: Verifier | undefined;
  return async (token: string): Promise<Record<string, unknown>> => {
    if (cached) {
      try {
        return cached.verifySync(token);
      } catch (error) {
        if (!(error instanceof KidNotFoundInJwksError)) throw error;
      }
    }
    cached = newVerifier(await keysOf());
    return cached.verifySync(token);
  };
};

const newVerifier = ({ issuer, jwks }: PoolKeys) => {
  const verifier = JwtVerifier.create({ issuer, audience: null, customJwtCheck: isIdToken });
  verifier.cacheJwks(jwks as Parameters<typeof verifier.cacheJwks>[0]);
  return verifier;
};

const isIdToken = ({ payload }: { payload: object }): void => {
  if ((payload as { token_use?: string }).token_use !== 'id') throw new Error('not an ID token');
};
