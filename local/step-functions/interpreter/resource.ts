/** A Task's Resource, taken apart. */
export type Resource =
  | { kind: 'function'; arn: string }
  | {
      kind: 'service';
      /** `lambda`, `dynamodb`, …, or the service of an `aws-sdk` integration. */
      service: string;
      /** As in the ARN, e.g. `updateItem`. */
      operation: string;
      /** True for `arn:aws:states:::aws-sdk:…`. */
      sdk: boolean;
      pattern: '' | '.sync' | '.sync:2' | '.waitForTaskToken';
    };

/** Takes a Resource ARN apart; undefined when it is neither a Lambda function nor a service integration. */
export const parseResource = (resource: string): Resource | undefined => {
  if (/^arn:aws[\w-]*:lambda:[^:]*:\d*:function:.+$/.test(resource))
    return { kind: 'function', arn: resource };
  const match =
    /^arn:aws[\w-]*:states:[^:]*:\d*:(aws-sdk:)?([\w-]+):(\w+)(\.sync(?::2)?|\.waitForTaskToken)?$/.exec(
      resource,
    );
  if (!match) return undefined;
  const [, sdk, service = '', operation = '', pattern = ''] = match;
  return { kind: 'service', sdk: sdk !== undefined, service, operation, pattern: pattern as '' };
};

/** `{ resourceType, resource }` as history names a service integration. */
export const historyNames = (resource: Extract<Resource, { kind: 'service' }>) => ({
  resourceType: resource.sdk ? `aws-sdk:${resource.service}` : resource.service,
  resource: `${resource.operation}${resource.pattern}`,
});
