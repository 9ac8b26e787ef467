/** What every emulated AWS service is: a named thing that answers requests sent to the one AWS port. */
export interface Service {
  /** Name in the SigV4 credential scope, e.g. `states`, `redshift-data`, `cognito-idp`. */
  readonly name: string;
  handle(request: ServiceRequest): Promise<ServiceResponse>;
  /** Ends timers, files and child processes. */
  close?(): Promise<void>;
}

/** One HTTP request, read whole. */
export interface ServiceRequest {
  method: string;
  /** Path and query as sent, on a placeholder host. */
  url: URL;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  body: Buffer;
  caller: CallerIdentity;
}

export interface ServiceResponse {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Who signed the request, as IAM would name them. Signatures are not verified locally. */
export interface CallerIdentity {
  /** `arn:aws:sts::…:assumed-role/<role>/<session>`, or an IAM user for keys that this stack did not issue. */
  arn: string;
}

/** Injected so that tests own the time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
