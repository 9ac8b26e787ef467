/** The languages of the page, as their own speakers call them. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof LANGUAGES;

const KEY = 'readout.language';

const isLanguage = (text: string): text is Language => Object.hasOwn(LANGUAGES, text);

/** What was chosen on this device, or else the first of the browser's languages that the page speaks. */
export function language(): Language {
  const wanted = [globalThis.localStorage?.getItem(KEY) ?? '', ...(globalThis.navigator?.languages ?? [])];
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** Loads the page in another language; where it is stays in the address. */
export function speak(chosen: Language): void {
  localStorage.setItem(KEY, chosen);
  location.reload();
}
