import { readAttributes, requireMutable } from '../attributes.ts';
import { invalidSession } from '../errors.ts';
import { newPassword } from '../passwords.ts';
import { parameter } from '../request.ts';
import { checkSecretHash } from '../secret-hash.ts';
import { signIn } from '../tokens.ts';
import { findUser } from '../users.ts';
import type { ChallengeAnswer } from './challenge.ts';

/** An invited user replaces the temporary password; a refused password leaves the session usable. */
export const newPasswordRequired: ChallengeAnswer = async (context, { pool, client }, given) => {
  const { responses = {}, session = '' } = given;
  const name = parameter(responses, 'USERNAME');
  checkSecretHash(client, name, responses.SECRET_HASH);
  const pending = context.sessions.peek(session);
  const user = findUser(pool, name);
  if (!pending || pending.clientId !== client.id || !user || user.username !== pending.username)
    throw invalidSession();
  const attributes = readAttributes(pool, attributesIn(responses));
  requireMutable(pool, attributes);
  const password = newPassword(
    pool,
    user.username,
    parameter(responses, 'NEW_PASSWORD'),
    context.randomBytes(16),
  );
  context.sessions.take(session);
  Object.assign(user, { password, status: 'CONFIRMED', temporaryPasswordExpiresAt: undefined });
  Object.assign(user.attributes, attributes);
  await context.pools.save(pool, user);
  return { ChallengeParameters: {}, AuthenticationResult: await signIn(context, { pool, client, user }) };
};

const prefix = 'userAttributes.';

const attributesIn = (responses: Record<string, string>) =>
  Object.entries(responses)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, Value]) => ({ Name: name.slice(prefix.length), Value }));
