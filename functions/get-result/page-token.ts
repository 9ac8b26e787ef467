import { InvalidPage } from '@readout/runtime/errors.ts';
import { z } from 'zod';

const PageToken = z.strictObject({ runId: z.string(), token: z.string().min(1) });

/** What a client asks the next page with: the Data API's token, bound to its run. */
export const toPage = (runId: string, token: string): string =>
  Buffer.from(JSON.stringify({ runId, token })).toString('base64url');

/** The Data API's token. Throws InvalidPage for a text that was not made for this run. */
export const tokenOf = (page: string, runId: string): string => {
  const read = PageToken.safeParse(decoded(page));
  if (!read.success || read.data.runId !== runId)
    throw new InvalidPage('The page does not belong to this result.');
  return read.data.token;
};

const decoded = (page: string): unknown => {
  try {
    return JSON.parse(Buffer.from(page, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};
