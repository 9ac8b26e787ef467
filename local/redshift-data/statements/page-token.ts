import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { decided } from '../decisions.ts';
import { validation } from './validation.ts';

/** Opaque NextTokens: a position, sealed together with what it is a position in. */
export interface PageTokens {
  write(subject: string, position: bigint): string;
  /** @throws ServiceError ValidationException for a token that was not written for `subject` */
  read(subject: string, token: string | undefined): bigint;
}

/** Tokens hold for the life of the process. */
export const createPageTokens = (secret: Buffer = randomBytes(32)): PageTokens => {
  const seal = (subject: string, position: string): Buffer =>
    createHmac('sha256', secret).update(`${subject}\n${position}`).digest();
  return {
    write: (subject, position) =>
      `${position.toString(36)}.${seal(subject, position.toString(36)).toString('base64url')}`,
    read: (subject, token) => {
      if (token === undefined) return 0n;
      const [position = '', sealed = ''] = token.split('.');
      const given = Buffer.from(sealed, 'base64url');
      const expected = seal(subject, position);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw validation(decided('nextToken'));
      }
      return BigInt(Number.parseInt(position, 36));
    },
  };
};
