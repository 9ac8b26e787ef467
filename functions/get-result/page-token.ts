import { createHmac, timingSafeEqual } from 'node:crypto';
import { InvalidPage } from '@readout/runtime/errors.ts';
import { z } from 'zod';

/** Where a page begins: the Data API's token, and how much of the result was read before. */
export interface Place {
  token: string;
  rows: number;
  bytes: number;
}

const PageToken = z.tuple([z.string().min(1), z.int().min(0), z.int().min(0), z.string()]);

/** What a client asks the next page with, signed with the run's own key: it counts what the limits are for. */
export const toPage = (pageKey: string, { token, rows, bytes }: Place): string =>
  Buffer.from(JSON.stringify([token, rows, bytes, signature(pageKey, token, rows, bytes)])).toString(
    'base64url',
  );

/** Throws InvalidPage for a text that was not made for this run. */
export const placeOf = (page: string, pageKey: string): Place => {
  const { success, data } = PageToken.safeParse(decoded(page));
  if (!success) throw notOfThisResult();
  const [token, rows, bytes, given] = data;
  const wanted = Buffer.from(signature(pageKey, token, rows, bytes));
  const found = Buffer.from(given);
  if (wanted.length !== found.length || !timingSafeEqual(wanted, found)) throw notOfThisResult();
  return { token, rows, bytes };
};

const signature = (pageKey: string, ...parts: unknown[]): string =>
  createHmac('sha256', pageKey).update(JSON.stringify(parts)).digest('base64url');

const notOfThisResult = () => new InvalidPage('The page does not belong to this result.');

const decoded = (page: string): unknown => {
  try {
    return JSON.parse(Buffer.from(page, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};
