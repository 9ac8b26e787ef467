import { z } from 'zod';
import { notEmulated, ServiceError } from '../protocol/service-error.ts';
import { shapeIssues } from '../protocol/shape-issues.ts';
import { momentsOf } from './moments.ts';

const name = z.string().regex(/^[\w.-]{1,64}$/);
/** Epoch seconds on the wire, text in a template. */
const date = z
  .union([
    z.number().transform((seconds) => seconds * 1000),
    z.iso.datetime({ offset: true }).transform(Date.parse),
  ])
  .optional();

const target = z.strictObject({
  Arn: z.string(),
  RoleArn: z.string(),
  Input: z.string().optional(),
  RetryPolicy: z
    .strictObject({
      MaximumRetryAttempts: z.number().int().min(0).max(185).optional(),
      MaximumEventAgeInSeconds: z.number().int().min(60).max(86_400).optional(),
    })
    .optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string().optional() }).optional(),
  EventBridgeParameters: z.strictObject({ DetailType: z.string(), Source: z.string() }).optional(),
});

/** What CreateSchedule, UpdateSchedule and the template say of a schedule. */
export const scheduleShape = z.strictObject({
  Name: name,
  GroupName: name.default('default'),
  Description: z.string().max(512).optional(),
  ScheduleExpression: z.string().max(256),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  StartDate: date,
  EndDate: date,
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  FlexibleTimeWindow: z.strictObject({
    Mode: z.enum(['OFF', 'FLEXIBLE']),
    MaximumWindowInMinutes: z.number().optional(),
  }),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  Target: target,
  KmsKeyArn: z.string().optional(),
});

export type Target = z.output<typeof target>;

/** A schedule as it is kept; times in milliseconds since 1970. */
export interface Schedule extends z.output<typeof scheduleShape> {
  arn: string;
  createdAt: number;
  modifiedAt: number;
  clientToken?: string;
  /** The template makes it anew with every start, so it is not kept. */
  deployed?: boolean;
}

/** @throws ServiceError ValidationException, or NotEmulated for what the local stack could not honour */
export const parseScheduleInput = (given: unknown): z.output<typeof scheduleShape> => {
  const parsed = scheduleShape.safeParse(given);
  if (!parsed.success) throw refusal(parsed.error);
  const { FlexibleTimeWindow, KmsKeyArn, Target, EndDate, StartDate } = parsed.data;
  if (FlexibleTimeWindow.Mode !== 'OFF') throw notEmulated('a FlexibleTimeWindow other than OFF');
  if (KmsKeyArn !== undefined) throw notEmulated('the member KmsKeyArn of a schedule');
  if (StartDate !== undefined && EndDate !== undefined && EndDate <= StartDate)
    throw new ServiceError('ValidationException', 'EndDate must be after StartDate.');
  checkTarget(Target);
  momentsOf(expressionOf({ ...parsed.data, modifiedAt: 0 }));
  return parsed.data;
};

/** When a schedule runs. */
export const expressionOf = (schedule: z.output<typeof scheduleShape> & { modifiedAt: number }) => ({
  expression: schedule.ScheduleExpression,
  timeZone: schedule.ScheduleExpressionTimezone,
  madeAt: schedule.modifiedAt,
  ...(schedule.StartDate !== undefined && { startsAt: schedule.StartDate }),
  ...(schedule.EndDate !== undefined && { endsAt: schedule.EndDate }),
});

const lambda = /^arn:aws[\w-]*:lambda:[\w-]+:\d+:function:/;
const stateMachine = /^arn:aws[\w-]*:states:[\w-]+:\d+:stateMachine:/;
const defaultBus = /^arn:aws[\w-]*:events:[\w-]+:\d+:event-bus\/default$/;

/** The service that a target is of. */
export const serviceOf = (arn: string): 'lambda' | 'states' | 'events' | undefined => {
  if (lambda.test(arn)) return 'lambda';
  if (stateMachine.test(arn)) return 'states';
  return defaultBus.test(arn) ? 'events' : undefined;
};

/** These three take JSON and nothing else. */
const checkTarget = ({ Arn, Input, EventBridgeParameters }: Target): void => {
  const service = serviceOf(Arn);
  if (!service) throw notEmulated(`the schedule target ${Arn}`);
  if ((service === 'events') !== (EventBridgeParameters !== undefined))
    throw new ServiceError(
      'ValidationException',
      'EventBridgeParameters go with an event bus, and only with it.',
    );
  if (Input === undefined) return;
  try {
    JSON.parse(Input);
  } catch {
    throw new ServiceError('ValidationException', `Invalid target input: the target ${Arn} takes JSON.`);
  }
};

const refusal = (error: z.ZodError): ServiceError => {
  const { unknown, messages } = shapeIssues(error);
  if (unknown !== undefined) return notEmulated(`the member ${unknown} of a schedule`);
  return new ServiceError('ValidationException', messages.join('; '));
};
