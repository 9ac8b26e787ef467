import type { I18nProviderProps } from '@cloudscape-design/components/i18n';
import type { Language } from './language.ts';

const load: Record<Language, () => Promise<{ default: I18nProviderProps.Messages }>> = {
  en: () => import('@cloudscape-design/components/i18n/messages/all.en'),
  de: () => import('@cloudscape-design/components/i18n/messages/all.de'),
};

/** What Cloudscape's own parts say, in one language; the other one is not loaded. */
export const cloudscapeMessages = async (language: Language): Promise<I18nProviderProps.Messages> =>
  (await load[language]()).default;
