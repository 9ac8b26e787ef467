import type { ServiceRequest, ServiceResponse } from '../service.ts';
import { publicKeys } from './jwt.ts';
import type { Pools } from './pools.ts';
import { issuerOf } from './tokens.ts';

const path = /^\/([\w-]+_[A-Za-z0-9]+)\/\.well-known\/(jwks\.json|openid-configuration)$/;

/** Whether a request reads the public documents of a pool rather than calling an operation. */
export const isWellKnown = ({ method, url }: Pick<ServiceRequest, 'method' | 'url'>): boolean =>
  method === 'GET' && path.test(url.pathname);

/** Answers `/<poolId>/.well-known/jwks.json` and `…/openid-configuration`. */
export const wellKnown =
  ({ pools, region, endpoint }: { pools: Pools; region: string; endpoint: () => string }) =>
  ({ url }: Pick<ServiceRequest, 'url'>): ServiceResponse => {
    const [, poolId, document] = path.exec(url.pathname) ?? [];
    const pool = pools.list().find(({ id }) => id === poolId);
    if (!pool) return json(404, { message: `User pool ${poolId} does not exist.` });
    if (document === 'jwks.json') return json(200, publicKeys(pool.signingKey));
    return json(200, {
      issuer: issuerOf(region, pool),
      jwks_uri: `${endpoint()}/${pool.id}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      subject_types_supported: ['public'],
      response_types_supported: ['code', 'token'],
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
    });
  };

const json = (status: number, body: object): ServiceResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
