import type { Context } from './context.ts';
import { notAuthorized, userNotConfirmed } from './errors.ts';
import type { Client, Pool, User } from './model.ts';
import { signIn } from './tokens.ts';

/** Where an answer hides whether a user exists: PreventUserExistenceErrors, which is LEGACY unless a template says. */
export const hidesUsers = ({ parameters }: Client): boolean =>
  parameters.preventUserExistenceErrors === 'ENABLED';

/** The name under which wrong passwords are counted, whether or not there is such a user. */
export const lockoutName = (pool: Pool, name: string): string => `${pool.id} ${name.toLowerCase()}`;

/** The response to someone who has proven the password: tokens, or the challenge to choose another password. */
export const authenticated = async (
  context: Context,
  subject: { pool: Pool; client: Client; user: User },
): Promise<object> => {
  const { user, client } = subject;
  context.lockouts.succeeded(lockoutName(subject.pool, user.username));
  if (user.status === 'UNCONFIRMED') throw userNotConfirmed();
  if (user.status === 'FORCE_CHANGE_PASSWORD') return newPasswordChallenge(context, user, client);
  return { ChallengeParameters: {}, AuthenticationResult: await signIn(context, subject) };
};

const newPasswordChallenge = ({ clock, sessions }: Context, user: User, client: Client) => {
  if (new Date(user.temporaryPasswordExpiresAt ?? 0) <= clock.now())
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  const { sub: _sub, ...userAttributes } = user.attributes;
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: '[]',
      userAttributes: JSON.stringify(userAttributes),
    },
    Session: sessions.put({ clientId: client.id, username: user.username }),
  };
};
