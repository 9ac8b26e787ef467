import type { Inputs } from '@readout/runtime/contracts.ts';
import { parse } from '@readout/runtime/parse.ts';
import { requireAccess } from '@readout/runtime/report/access.ts';
import { type BoundStatement, bind } from '@readout/runtime/report/bind.ts';
import { secondsOf } from '@readout/runtime/report/duration.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import { type Scope, scopeOf } from '@readout/runtime/report/scope.ts';
import { z } from 'zod';
import { shareKey } from './share-key.ts';

interface Deps {
  /** The IANA time zone whose day relative dates are counted from. */
  timeZone: string;
}

/** What the workflow hands over: its own input and the text that LoadTemplate read. */
const PrepareStatementEvent = z.object({
  runId: z.uuid(),
  report: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  /** However often the workflow is started, relative dates are those of the day on which the run was asked for. */
  createdAt: z.iso.datetime(),
  caller: z.object({
    id: z.string().min(1),
    email: z.string(),
    groups: z.array(z.string()),
    claims: z.record(z.string(), z.string()),
  }),
  template: z.string(),
  download: z.unknown().optional(),
});

/** What the workflow goes on with. */
export interface PreparedStatement extends Partial<Pick<BoundStatement, 'sql' | 'parameters'>> {
  /** What AdmitRun needs to know. A run that a handshake named learns its title here. */
  admission: {
    title: string;
    /** The groups that the report is for; left out when it is for everyone. */
    access?: string[];
    scope: Scope;
    /** What equal runs share, and for how many seconds a result is good; both left out when nothing is shared. */
    key?: string;
    cacheSeconds?: number;
    /** The report's own limits. */
    timeoutSeconds?: number;
    maxRows?: number;
    /** It writes a file of another run's rows. */
    isFile?: true;
    /** What relative dates stand for; left out when there are none. */
    resolved?: Inputs;
    /** The tables that the report says it reads. */
    reads?: string[];
  };
}

/**
 * Turns a report's template and the caller's inputs into one bound statement; there is none for a run that prepares a
 * file of another run's rows. Nothing that was checked when the run was asked for is trusted: the template may have
 * changed since. Throws InvalidInput, InvalidTemplate, AccessDenied.
 */
export const prepareStatement =
  ({ timeZone }: Deps) =>
  async (event: unknown): Promise<PreparedStatement> => {
    const { report: id, inputs, caller, createdAt, template, download } = parse(PrepareStatementEvent, event);
    const parsed = parseTemplate(template, id);
    const { title, access, cache, timeout, maxRows, reads } = parsed.report;
    requireAccess(parsed.report, caller);
    const prepares = download !== undefined;
    const bound = prepares ? undefined : bind(parsed, inputs, caller, { at: new Date(createdAt), timeZone });
    const { resolved = {}, ...statement } = bound ?? {};
    return {
      ...statement,
      admission: {
        title,
        access,
        scope: scopeOf(parsed, caller),
        ...(cache && bound && { key: shareKey(id, template, bound), cacheSeconds: secondsOf(cache) }),
        ...(timeout && { timeoutSeconds: secondsOf(timeout) }),
        maxRows,
        ...(prepares && { isFile: true }),
        reads,
        ...(Object.keys(resolved).length > 0 && { resolved }),
      },
    };
  };
