import { Logger } from '@aws-lambda-powertools/logger';

/** What the functions log with. An error given as the second argument is written whole, stack included. */
export interface Log {
  info(message: string, detail?: Error | Record<string, unknown>): void;
  warn(message: string, detail?: Error | Record<string, unknown>): void;
  error(message: string, detail?: Error | Record<string, unknown>): void;
}

/** One JSON line per entry; obeys POWERTOOLS_SERVICE_NAME and LOG_LEVEL. */
const powertools = new Logger();

const write =
  (level: 'info' | 'warn' | 'error') =>
  (message: string, detail: Error | Record<string, unknown> = {}): void =>
    detail instanceof Error ? powertools[level](message, detail) : powertools[level](message, detail);

/** Tickets, tokens and what a person typed are never given to it. */
export const logger: Log = { info: write('info'), warn: write('warn'), error: write('error') };
