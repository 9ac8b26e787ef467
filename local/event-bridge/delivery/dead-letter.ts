/** Why an event ended in the dead-letter queue. */
export interface DeadLetter {
  ruleArn: string;
  targetArn: string;
  error: Error;
  retries: number;
  /** Which limit of the retry policy was reached; absent for an error that no retry cures. */
  exhausted?: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';
}

const codes: [RegExp, string][] = [
  [/ResourceNotFound|NonExistent|DoesNotExist|NotEmulated/, 'NO_RESOURCE'],
  [/AccessDenied|NotAuthorized|Forbidden/, 'NO_PERMISSIONS'],
  [/TooManyRequests|Throttl/, 'THROTTLING'],
  [/Timeout|TimedOut/, 'TIMEOUT'],
  [/Validation|InvalidParameter|RequestTooLarge/, 'INVALID_PARAMETER'],
];

/** The error in EventBridge's own code. */
export const errorCode = ({ name }: Error): string =>
  codes.find(([pattern]) => pattern.test(name))?.[1] ?? 'ERROR_FROM_TARGET';

/** A target that is gone or forbids the call is not tried again. */
export const isHopeless = (error: Error): boolean =>
  ['NO_RESOURCE', 'NO_PERMISSIONS'].includes(errorCode(error));

/** Message attributes, all strings. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html */
export const attributesOf = (letter: DeadLetter): Record<string, string> => ({
  RULE_ARN: letter.ruleArn,
  TARGET_ARN: letter.targetArn,
  ERROR_CODE: errorCode(letter.error),
  ERROR_MESSAGE: letter.error.message,
  RETRY_ATTEMPTS: String(letter.retries),
  ...(letter.exhausted && { EXHAUSTED_RETRY_CONDITION: letter.exhausted }),
});
