/** An error that an AWS service would answer with: `name` is the exception's name on the wire. */
export class ServiceError extends Error {
  /**
   * @param name exception name, e.g. `ResourceNotFoundException`
   * @param message in the service's own words
   * @param status HTTP status
   * @param members further members of the error's shape
   */
  constructor(
    name: string,
    message: string,
    readonly status = 400,
    readonly members: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = name;
  }
}

/** What the local stack answers where it has no counterpart: never a silent success. */
export const notEmulated = (what: string): ServiceError =>
  new ServiceError('NotEmulated', `not emulated: ${what}`, 501);
