import { StateError } from '../interpreter/state-error.ts';
import { SdkCallError, SdkUnreachable } from './sdk-call-error.ts';

/** How one integration names the errors of its service. */
export interface ErrorNames {
  prefix: string;
  /** Name of every error that the model does not list, without the prefix. */
  base: string;
  /** The service in the cause's text, for the optimized integrations, which run on the first Java SDK. */
  optimizedAs?: string;
}

/** `aws-sdk` integrations run on the second Java SDK, whose base exception is `<Service>Exception`. */
export const sdkErrorNames = (prefix: string): ErrorNames => ({ prefix, base: `${prefix}Exception` });

/**
 * A failed call as Step Functions reports it, e.g. `S3.NoSuchKeyException`, `DynamoDB.ConditionalCheckFailedException`,
 * `RedshiftData.RedshiftDataException` for a throttling error that the model does not list.
 */
export const stateErrorOf = (error: unknown, names: ErrorNames): unknown => {
  const { prefix, base } = names;
  if (error instanceof SdkUnreachable) return new StateError(`${prefix}.SdkClientException`, error.message);
  if (!(error instanceof SdkCallError)) return error;
  const name = error.modelled ? exceptionName(error.code, names) : base;
  return new StateError(`${prefix}.${name}`, causeOf(error, names));
};

/**
 * The Java class of a modelled error: it always ends in Exception, a Fault loses that ending, and the second SDK writes
 * acronyms as words (`KMSDisabledException` is `KmsDisabledException`).
 */
const exceptionName = (code: string, { optimizedAs }: ErrorNames): string => {
  const name = code.replace(/Fault$/, '').replace(/(Exception)?$/, 'Exception');
  if (optimizedAs) return name;
  return name.replace(
    /[A-Z]+(?=[A-Z][a-z])/g,
    (acronym) => acronym.charAt(0) + acronym.slice(1).toLowerCase(),
  );
};

const causeOf = ({ message, status, code, requestId }: SdkCallError, { prefix, optimizedAs }: ErrorNames) =>
  optimizedAs
    ? `${message} (Service: ${optimizedAs}; Status Code: ${status}; Error Code: ${code}; Request ID: ${requestId}; Proxy: null)`
    : `${message} (Service: ${prefix}, Status Code: ${status}, Request ID: ${requestId})`;
