import type { ClientErrorName, ReadoutError } from '@readout/client';

/**
 * What the page says of an error in its own language, by the error's name and what it is about. What is left out, or
 * answers nothing, is told in the server's own sentence, which is English and for some errors is all that there is.
 */
export type ErrorTexts = Partial<
  Record<ClientErrorName, (error: Pick<ReadoutError, 'field'>) => string | undefined>
>;
