import { z } from 'zod';

/** What the workflow hands over: its own input, and of the prepared statement what admission needs. */
export const AdmitRunEvent = z.object({
  runId: z.uuid(),
  report: z.string(),
  fresh: z.boolean().default(false),
  /** The ARN of this execution of its workflow. */
  execution: z.string().optional(),
  caller: z.object({ id: z.string().min(1), groups: z.array(z.string()) }),
  admission: z.object({
    title: z.string(),
    access: z.array(z.string()).optional(),
    scope: z.object({ sources: z.array(z.string()), hash: z.string() }),
    key: z.string().optional(),
    cacheSeconds: z.number().optional(),
    timeoutSeconds: z.number().optional(),
    maxRows: z.number().optional(),
    isFile: z.literal(true).optional(),
    resolved: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
    reads: z.array(z.string()).optional(),
  }),
});

export type AdmitRunEvent = z.output<typeof AdmitRunEvent>;

/**
 * `execute`: the run leads a statement that may be sent now. `waiting`: its statement stands in line. `joined`: it waits
 * for a statement that another run leads. `reused`: it has succeeded with an earlier result. `ended`: there is nothing to
 * do, because it was cancelled meanwhile or another start of its workflow was faster.
 */
export type Decision = 'execute' | 'waiting' | 'joined' | 'reused' | 'ended';
