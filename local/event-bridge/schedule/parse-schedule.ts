import { ServiceError } from '../../protocol/service-error.ts';
import { parseCron } from './cron.ts';
import { parseRate } from './rate.ts';

export interface Schedule {
  /** The next moment after another, or undefined when there is none. */
  next(after: Date): Date | undefined;
}

/** A rule's ScheduleExpression. Throws ValidationException in EventBridge's words when it is none. */
export const parseSchedule = (expression: string): Schedule => {
  const schedule = parseRate(expression) ?? parseCron(expression);
  if (!schedule) throw new ServiceError('ValidationException', 'Parameter ScheduleExpression is not valid.');
  return schedule;
};
