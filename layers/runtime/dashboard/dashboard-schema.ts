import { z } from 'zod';
import type { Inputs, TileShow } from '../contracts.ts';
import { chartChanges } from '../report/chart-schema.ts';
import { isDuration, secondsOf } from '../report/duration.ts';
import { isReportId } from '../report/report-id.ts';
import { access, duration, parameter, words } from '../report/report-schema.ts';

/** A text that names a shared input: `:month`. */
const SHARED = /^:([a-z][a-z0-9_]*)$/;
const LEAST_REFRESH = 30;

const input = z.union(
  [z.string(), z.number(), z.boolean(), z.array(z.string()).min(1), z.array(z.number()).min(1)],
  { error: 'expected a value, a list of values, or the name of a shared input such as :month' },
);

const size = z
  .strictObject({ columns: z.int().min(1).max(4).default(2), rows: z.int().min(2).max(12).default(4) })
  .prefault({});

const rawTile = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected lower-case letters, digits and single hyphens'),
  report: z.string().refine(isReportId, 'expected the id of a report'),
  title: words.optional(),
  inputs: z.record(z.string(), input).default({}),
  show: z.enum(['chart', 'table', 'number'] satisfies TileShow[]).default('chart'),
  chart: chartChanges.optional(),
  size,
});

/** A tile as its file says it: what it leaves out is its report's. */
export type TileTemplate = z.infer<typeof tile>;

const tile = rawTile
  .refine(({ show, chart }) => show !== 'number' || chart?.y !== undefined, {
    path: ['show'],
    error: 'a number needs chart: { y: [its column] }',
  })
  .transform(({ inputs, ...rest }) => ({ ...rest, ...apart(inputs) }));

/** The inputs that are fixed, and those that are shared by the name of the dashboard's parameter. */
function apart(inputs: Inputs): { inputs: Inputs; shared: Record<string, string> } {
  const shared = Object.entries(inputs).flatMap(([name, value]) => {
    const found = typeof value === 'string' ? SHARED.exec(value)?.[1] : undefined;
    return found === undefined ? [] : [[name, found] as const];
  });
  const names = new Set(shared.map(([name]) => name));
  const fixed = Object.entries(inputs).filter(([name]) => !names.has(name));
  return { inputs: Object.fromEntries(fixed), shared: Object.fromEntries(shared) };
}

/** A dashboard's file; what it gives is the dashboard without its id. */
export const dashboardSchema = z
  .strictObject({
    title: words,
    description: words.optional(),
    tags: z.array(words).default([]),
    owner: words.optional(),
    access: access.optional(),
    parameters: z.array(parameter).max(50).default([]),
    refresh: duration
      .refine(
        (text) => !isDuration(text) || secondsOf(text) >= LEAST_REFRESH,
        `expected at least ${LEAST_REFRESH}s`,
      )
      .optional(),
    tiles: z.array(tile).min(1, 'expected at least one tile').max(30),
  })
  .transform(({ access: groups, ...rest }) => ({
    ...rest,
    ...(Array.isArray(groups) && { access: groups }),
  }));
