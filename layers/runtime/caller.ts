import { z } from 'zod';
import { Unauthorized } from './errors.ts';

/** The person on whose behalf a function acts, as a verified token says. */
export interface Caller {
  /** The user pool's `sub`: never reused, never changed. */
  id: string;
  email: string;
  groups: string[];
  /** Every claim that says something about the person, as text. */
  claims: Record<string, string>;
}

/** Claims about the token rather than the person. */
const ABOUT_THE_TOKEN = new Set(
  'iss aud exp iat nbf auth_time jti origin_jti event_id token_use at_hash nonce'.split(' '),
);

const Claims = z.record(z.string(), z.coerce.string());
const AuthorizerContext = z.object({
  until: z.coerce.date(),
  id: z.string().min(1),
  email: z.string(),
  groups: z.string(),
  claims: z.string(),
});

/**
 * The caller of a REST request, from `requestContext.authorizer.claims`. The Cognito authorizer has checked the
 * signature and the dates, and hands lists over as one text with commas; it accepts a token of every client of
 * the pool, so the audience is checked here. Throws Unauthorized.
 */
export const callerFromClaims = (claims: unknown, clientId: string): Caller => {
  const { success, data } = Claims.safeParse(claims);
  if (!success || !data.sub) throw new Unauthorized('The request carries no verified token.');
  if (data.token_use !== 'id' || data.aud !== clientId)
    throw new Unauthorized('The token was made for another client or another use; sign in again.');
  return {
    id: data.sub,
    email: data.email ?? '',
    groups: (data['cognito:groups'] ?? '').split(',').filter((group) => group !== ''),
    claims: Object.fromEntries(Object.entries(data).filter(([name]) => !ABOUT_THE_TOKEN.has(name))),
  };
};

/** How long what a person may do is good for on one connection, in milliseconds: groups and claims change. */
const RIGHTS = 3600_000;

/** The caller as the ticket authorizer's context, which holds texts only. */
export const contextOf = ({ id, email, groups, claims }: Caller, now: Date): Record<string, string> => ({
  until: new Date(now.getTime() + RIGHTS).toISOString(),
  id,
  email,
  groups: JSON.stringify(groups),
  claims: JSON.stringify(claims),
});

/** The caller of a WebSocket message, from `requestContext.authorizer`. Throws Unauthorized. */
export const callerFromConnection = (authorizer: unknown, now: Date): Caller => {
  const { success, data } = AuthorizerContext.safeParse(authorizer);
  if (!success) throw new Unauthorized('The connection was not opened with a ticket.');
  if (data.until < now)
    throw new Unauthorized('The connection is more than an hour old. Open another one with a new ticket.');
  return { id: data.id, email: data.email, groups: JSON.parse(data.groups), claims: JSON.parse(data.claims) };
};
