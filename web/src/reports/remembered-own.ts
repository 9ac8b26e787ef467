import type { Own } from './sections.ts';

const KEY = 'readout.own';

/** What was a person's own when they last looked at the catalogue on this device. */
export function rememberedOwn(email: string): Own {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (kept.email === email) return { favourites: idsOf(kept.favourites), recent: idsOf(kept.recent) };
  } catch {
    // another version of the page may have left something else
  }
  return { favourites: [], recent: [] };
}

/** Keeps it for the next look: then nothing moves when it comes from the server. */
export const rememberOwn = (email: string, own: Own): void =>
  localStorage.setItem(KEY, JSON.stringify({ email, ...own }));

/** Whoever signs out leaves nothing behind. */
export const forgetOwn = (): void => localStorage.removeItem(KEY);

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
