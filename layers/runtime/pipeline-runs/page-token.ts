import { z } from 'zod';
import { InvalidPage } from '../errors.ts';

/** DynamoDB refuses a key that is empty or long. */
const key = z.string().min(1).max(100);

const Key = z.strictObject({ runId: key, createdAt: key });

/** What a client asks for the page behind a run: which pipeline's is said by the request itself. */
export const pageAfter = ({ runId, createdAt }: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify({ runId, createdAt })).toString('base64url');

/** The run that a page goes on behind. Throws InvalidPage. */
export function pageKey(page: string): z.output<typeof Key> {
  try {
    return Key.parse(JSON.parse(Buffer.from(page, 'base64url').toString()));
  } catch {
    throw new InvalidPage('This page was not made by this list.');
  }
}
