import { authenticated, lockoutName } from '../authentication.ts';
import { invalidParameter, notAuthorized, wrongPassword } from '../errors.ts';
import { identity } from '../passwords.ts';
import { parameter } from '../request.ts';
import { checkSecretHash } from '../secret-hash.ts';
import { proves } from '../srp.ts';
import { findUser } from '../users.ts';
import type { ChallengeAnswer } from './challenge.ts';

/** The second step of USER_SRP_AUTH. A SECRET_BLOCK serves one answer, right or wrong. */
export const passwordVerifier: ChallengeAnswer = async (context, { pool, client }, { responses }) => {
  const username = parameter(responses, 'USERNAME');
  checkSecretHash(client, username, responses?.SECRET_HASH);
  const secretBlock = parameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const signature = parameter(responses, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = parameter(responses, 'TIMESTAMP');
  checkTimestamp(timestamp, context.clock.now());
  const proof = context.proofs.take(secretBlock);
  if (!proof || proof.clientId !== client.id) throw wrongPassword();
  const lockout = lockoutName(pool, proof.username);
  context.lockouts.check(lockout);
  const user = findUser(pool, proof.username);
  const signed = { identity: identity(pool, proof.username), secretBlock, timestamp, signature };
  const namesUser = user !== undefined && findUser(pool, username) === user;
  if (namesUser && proves(proof.challenge, user.password, signed))
    return authenticated(context, { pool, client, user });
  context.lockouts.failed(lockout);
  throw wrongPassword();
};

const format = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) (\d{1,2}) (\d{1,2}:\d{2}:\d{2}) UTC (\d{4})$/;
const fiveMinutes = 5 * 60 * 1000;

const checkTimestamp = (timestamp: string, now: Date) => {
  const [, , month, day, time, year] = format.exec(timestamp) ?? [];
  const sent = Date.parse(`${day} ${month} ${year} ${time} GMT`);
  if (Number.isNaN(sent))
    throw invalidParameter('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.');
  if (Math.abs(sent - now.getTime()) > fiveMinutes)
    throw notAuthorized('TIMESTAMP is more than 5 minutes away from the time of the service.');
};
