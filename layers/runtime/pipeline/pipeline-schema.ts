import { z } from 'zod';
import type { Pipeline } from '../contracts.ts';
import { isDuration, secondsOf } from '../report/duration.ts';
import { access, duration, parameter, table, words } from '../report/report-schema.ts';
import { isTimeZone } from '../time-zone.ts';
import { isPipelineId } from './pipeline-id.ts';

/** One script is one batch of the Data API, which ends a statement after a day. */
const MOST_SECONDS = 24 * 3600;

/** Objects of the data bucket that start pipelines stand under it, so that no other object costs an invocation. */
const ARRIVALS = 'raw/';

const pipelineId = z.string().refine(isPipelineId, 'expected the id of a pipeline');

const input = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).min(1),
  z.array(z.number()).min(1),
]);

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
const schedule = z
  .strictObject({
    cron: z.string().regex(/^cron\(\S+( \S+){5}\)$/, 'expected six fields such as cron(0 6 * * ? *)'),
    'time-zone': z.string().refine(isTimeZone, 'expected an IANA time zone such as Europe/Berlin'),
    inputs: z.record(z.string(), input).default({}),
  })
  .transform(({ 'time-zone': timeZone, ...rest }) => ({ ...rest, timeZone }));

const notice = z.strictObject({ notify: z.array(z.email('expected an e-mail address')).min(1).max(20) });

const rawPipeline = z.strictObject({
  title: words,
  description: words.optional(),
  owner: words.max(200).optional(),
  tags: z.array(words).default([]),
  parameters: z.array(parameter).max(50).default([]),
  access: access.optional(),
  schedule: z.array(schedule).min(1).max(10).optional(),
  trigger: z
    .strictObject({
      prefix: z
        .string()
        .max(200)
        .regex(/^raw\/([\w=.-]+\/)+$/, `expected a prefix in ${ARRIVALS} that ends in /, such as raw/sales/`),
    })
    .optional(),
  after: z.array(pipelineId).min(1).max(10).optional(),
  writes: z.array(table).min(1).max(50).optional(),
  overlap: z.enum(['refuse', 'allow']).default('refuse'),
  timeout: duration
    .refine((text) => !isDuration(text) || secondsOf(text) <= MOST_SECONDS, 'expected at most 24h')
    .optional(),
  'on-success': notice.optional(),
  'on-failure': notice.optional(),
});

/** What a pipeline's file says beside what people see of it. */
export interface PipelineNotices {
  /** E-mail addresses that are told when a run succeeds, and when it fails. */
  onSuccess: string[];
  onFailure: string[];
}

export type PipelineFile = Omit<Pipeline, 'id' | 'steps'> & { notices: PipelineNotices };

/** The file `pipeline.yaml`; what it gives is the pipeline without its id and scripts. */
export const pipelineSchema = rawPipeline.transform((raw): PipelineFile => {
  const { access: groups, 'on-success': success, 'on-failure': failure, ...rest } = raw;
  return {
    ...rest,
    ...(Array.isArray(groups) && { access: groups }),
    notices: { onSuccess: success?.notify ?? [], onFailure: failure?.notify ?? [] },
  };
});
