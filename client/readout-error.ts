import type { ErrorBody, ErrorDetail, ErrorName, Place } from '@readout/runtime/contracts.ts';

/** The server's error names, and what only a client can tell: `Offline`, no answer came at all. */
export type ClientErrorName = ErrorName | 'Offline';

/** A refusal or a failure as a client meets it. */
export class ReadoutError extends Error {
  override readonly name: ClientErrorName;
  /** The input that is wrong, by parameter name. */
  readonly field?: string;
  /** Where in the report's file it is. */
  readonly at?: Place;

  constructor(name: ClientErrorName, message: string, field?: string, at?: Place) {
    super(message);
    this.name = name;
    this.field = field;
    this.at = at;
  }

  static from({ name, message, field, at }: ErrorDetail): ReadoutError {
    return new ReadoutError(name, message, field, at);
  }
}

/** What a thrown value means: itself when it is known, else a general failure. */
export function asReadoutError(thrown: unknown): ReadoutError {
  if (thrown instanceof ReadoutError) return thrown;
  return new ReadoutError('InternalError', thrown instanceof Error ? thrown.message : String(thrown));
}

/** Reads the error of an answer that is not a success. API Gateway's own refusals have another body. */
export async function errorOf(response: Response): Promise<ReadoutError> {
  const body = (await response.json().catch(() => ({}))) as Partial<ErrorBody> & { message?: string };
  if (body.error?.name) return ReadoutError.from(body.error);
  return new ReadoutError(nameOf(response.status), body.message ?? `The server answered ${response.status}.`);
}

function nameOf(status: number): ErrorName {
  if (status === 401) return 'Unauthorized';
  if (status === 403) return 'AccessDenied';
  return status === 429 || status >= 502 ? 'Unavailable' : 'InternalError';
}
