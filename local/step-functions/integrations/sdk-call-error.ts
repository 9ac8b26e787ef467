/** What a service answered instead of a result. The integration turns it into the name that Retry and Catch see. */
export class SdkCallError extends Error {
  /**
   * @param code as the service names it, e.g. `NoSuchKey`
   * @param modelled false when the service's model does not list the error, as with most throttling
   */
  constructor(
    message: string,
    readonly code: string,
    readonly modelled: boolean,
    readonly status: number,
    readonly requestId: string,
  ) {
    super(message);
    this.name = 'SdkCallError';
  }
}

/** The service could not be reached. */
export class SdkUnreachable extends Error {
  override name = 'SdkUnreachable';
}
