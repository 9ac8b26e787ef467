import { notEmulated } from '../../protocol/service-error.ts';
import { stepsOf } from './json-path.ts';

/** Where a rule's events go. At most one of the three inputs is given; without any, the target gets the event. */
export interface Target {
  id: string;
  arn: string;
  /** JSON text that the target gets instead. */
  input?: string;
  /** The part of the event that it gets. */
  inputPath?: string;
  inputTransformer?: { inputPathsMap?: Record<string, string>; inputTemplate: string };
  retryPolicy?: { maximumRetryAttempts?: number; maximumEventAgeInSeconds?: number };
  /** Shown, not used: every caller may do everything here. */
  roleArn?: string;
  /** A queue for what could not be delivered. */
  deadLetterArn?: string;
}

/** Refuses a target that events could never reach, and a path that selects nothing. */
export const checkTarget = (target: Target): Target => {
  if (!/^arn:aws[\w-]*:(lambda:.*:function:|sqs:|states:.*:stateMachine:)/.test(target.arn)) {
    throw notEmulated(`the event target ${target.arn}`);
  }
  if (target.inputPath !== undefined) stepsOf(target.inputPath);
  for (const path of Object.values(target.inputTransformer?.inputPathsMap ?? {})) stepsOf(path);
  return target;
};
