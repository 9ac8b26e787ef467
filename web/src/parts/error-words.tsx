import type { ReadoutError } from '@readout/client';
import { strings } from '../strings.ts';

/** What is known of an error where it is told. */
export type ToldError = Pick<ReadoutError, 'name' | 'message' | 'field'>;

const ownText = (error: ToldError): string | undefined => strings.errorTexts[error.name]?.(error);

/** What an error says: the page's own words where it has some, else the server's. */
export const errorText = (error: ToldError): string => ownText(error) ?? error.message;

/** As `errorText`; the server's own words are read aloud as the English that they are. */
export function ErrorWords({ error }: { error: ToldError }) {
  return ownText(error) ?? <span lang="en">{error.message}</span>;
}
