import { z } from 'zod';
import type { Parameter, Report } from '../contracts.ts';
import { chartSchema } from './chart-schema.ts';
import { checkParameter } from './check-parameter.ts';
import { columnFormats } from './column-formats.ts';
import { isDuration, secondsOf } from './duration.ts';
import { INPUT_TYPES } from './input-types.ts';
import { judgeInput } from './judge-input.ts';
import { isReportId } from './report-id.ts';

const scalar = z.union([z.string(), z.number()], { error: 'expected a text or a number' });
const lists = [z.array(z.string()).min(1), z.array(z.number()).min(1)] as const;
/** A line that people read. */
export const words = z.string().trim().min(1).max(2000);

/** The first are the handshake's own query string, the others are bound from the caller's token. */
const RESERVED = /^(ticket|report|topic|caller_.*|claim_.*)$/;

const name = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'expected lower-case letters, digits and single underscores')
  .refine((text) => !RESERVED.test(text), 'is reserved; choose another name');

const choice = z.union([scalar, z.strictObject({ value: scalar, label: words })], {
  error: 'expected a value, or { value, label }',
});

const reportId = z.string().refine(isReportId, 'expected the id of a report');

/** What fills a choice: a report, or one with the inputs that it takes from this form. */
const optionsFrom = z.union(
  [
    reportId.transform((report) => ({ report, inputs: {} })),
    z.strictObject({ report: reportId, inputs: z.record(z.string(), z.string()) }),
  ],
  { error: 'expected the id of a report, or { report, inputs }' },
);

const rawParameter = z.strictObject({
  name,
  label: words.optional(),
  type: z.enum(Object.keys(INPUT_TYPES) as [Parameter['type']]),
  required: z.boolean().default(false),
  multiple: z.boolean().default(false),
  default: z.union([z.string(), z.number(), z.boolean(), ...lists]).optional(),
  choices: z.array(choice).min(1).max(1000).optional(),
  'options-from': optionsFrom.optional(),
  min: scalar.optional(),
  max: scalar.optional(),
  'max-length': z.int().min(1).max(10_000).optional(),
  help: words.optional(),
});

/** One field of a form, with what does not go together refused. */
export const parameter = rawParameter.transform((raw, context): Parameter => {
  const declared = toParameter(raw);
  const problems = checkParameter(declared);
  for (const problem of problems) context.addIssue({ code: 'custom', ...problem });
  if (problems.length > 0 || declared.default === undefined) return declared;
  const judged = judgeInput(declared, declared.default);
  return 'value' in judged ? { ...declared, default: judged.value } : declared;
});

function toParameter(raw: z.infer<typeof rawParameter>): Parameter {
  const { 'options-from': options, 'max-length': maxLength, choices, label = raw.name, ...rest } = raw;
  return {
    ...rest,
    label,
    ...(choices && {
      choices: choices.map((one) => (typeof one === 'object' ? one : { value: one, label: `${one}` })),
    }),
    ...(options && { optionsFrom: options.report }),
    ...(options && Object.keys(options.inputs).length > 0 && { optionsInputs: options.inputs }),
    ...(maxLength !== undefined && { maxLength }),
    ...(maxLength === undefined && raw.type === 'text' && { maxLength: 1000 }),
  };
}

export const duration = z.string().refine(isDuration, 'expected a duration such as 15m, 1h or 1d');

const namedAccess = 'expected everyone, or a list of groups';

/** `everyone` says what leaving it out means, so that it is known to be meant. */
export const access = z
  .union([z.literal('everyone'), z.array(words).min(1, namedAccess)], { error: namedAccess })
  .refine((groups) => !groups.includes('everyone') || groups === 'everyone', {
    error: 'everyone stands alone, not in a list',
  });

const namedTable = 'expected a table such as flights or public.flights';

/** A plain name of Redshift's, in the schema `public` when none is named. */
export const table = z
  .string({ error: namedTable })
  .max(128, namedTable)
  .regex(/^[a-z_][\w$]*(\.[a-z_][\w$]*)?$/i, namedTable);

const namedTables = 'expected a list of 1 to 50 tables';

const MOST_SECONDS = 24 * 3600;

const rawReport = z.strictObject({
  title: words,
  description: words.optional(),
  tags: z.array(words).default([]),
  source: words.optional(),
  owner: words.max(200).optional(),
  reads: z.array(table, { error: namedTables }).min(1, namedTables).max(50, namedTables).optional(),
  parameters: z.array(parameter).max(50).default([]),
  access: access.optional(),
  cache: duration.optional(),
  timeout: duration
    .refine((text) => !isDuration(text) || secondsOf(text) <= MOST_SECONDS, 'expected at most 24h')
    .optional(),
  sql: z.literal('hidden', 'expected hidden, or nothing').optional(),
  'max-rows': z.int().min(1).max(10_000_000).optional(),
  chart: chartSchema.optional(),
  columns: columnFormats.optional(),
});

/** The front matter of a report. Keys are kebab-case; what it gives is the report without its id. */
export const reportSchema = rawReport.transform((raw): Omit<Report, 'id'> => {
  const { 'max-rows': maxRows, access: groups, ...rest } = raw;
  return {
    ...rest,
    ...(Array.isArray(groups) && { access: groups }),
    ...(maxRows !== undefined && { maxRows }),
  };
});
