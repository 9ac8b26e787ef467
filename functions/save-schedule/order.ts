import { GivenInputs } from '@readout/runtime/given-inputs.ts';
import { isCondition } from '@readout/runtime/schedules/condition.ts';
import { z } from 'zod';

/** The most of each that a schedule may name. */
const MOST_PEOPLE = 50;
const MOST_GROUPS = 10;

/** `cron` with one minute, so that nothing runs more than once an hour, or `at`; the rest is EventBridge Scheduler's to judge. */
const EXPRESSION = /^(cron\(\d{1,2}( \S+){5}\)|at\([\d:T-]+\))$/;

/** What a schedule is asked for with; what each input must be is the report's to say. */
export const ScheduleBody = z
  .strictObject({
    report: z.string(),
    inputs: GivenInputs,
    title: z.string().trim().min(1).max(200).optional(),
    expression: z
      .string()
      .max(100)
      .regex(EXPRESSION, 'expected cron(…) with one minute, such as cron(0 6 * * ? *), or at(…)'),
    timeZone: z.string().min(1).max(50),
    people: z.array(z.email().max(254)).max(MOST_PEOPLE).default([]),
    groups: z.array(z.string().min(1).max(128)).max(MOST_GROUPS).default([]),
    condition: z
      .string()
      .refine(isCondition, 'expected rows, a comparison and a number, such as rows > 0')
      .optional(),
    enabled: z.boolean().default(true),
  })
  .refine(({ people, groups }) => people.length + groups.length > 0, {
    path: ['people'],
    error: 'expected somebody, or a group',
  });
