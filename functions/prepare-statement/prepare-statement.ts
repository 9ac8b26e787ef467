import type { Inputs } from '@readout/runtime/contracts.ts';
import { parse } from '@readout/runtime/parse.ts';
import { requireAccess } from '@readout/runtime/report/access.ts';
import { bind } from '@readout/runtime/report/bind.ts';
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
});

/** What the workflow goes on with. */
export interface PreparedStatement {
  sql: string;
  /** Empty when the SQL uses none: the Data API wants the member left out then. */
  parameters: { name: string; value: string }[];
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
    /** What relative dates stand for; left out when there are none. */
    resolved?: Inputs;
    /** The tables that the report says it reads. */
    reads?: string[];
  };
}

/**
 * Turns a report's template and the caller's inputs into one bound statement. Nothing that was checked when the run
 * was asked for is trusted: the template may have changed since. Throws InvalidInput, InvalidTemplate, AccessDenied.
 */
export const prepareStatement =
  ({ timeZone }: Deps) =>
  async (event: unknown): Promise<PreparedStatement> => {
    const { report: id, inputs, caller, createdAt, template } = parse(PrepareStatementEvent, event);
    const parsed = parseTemplate(template, id);
    const { title, access, cache, timeout, maxRows, reads } = parsed.report;
    requireAccess(parsed.report, caller);
    const { sql, parameters, resolved } = bind(parsed, inputs, caller, { at: new Date(createdAt), timeZone });
    return {
      sql,
      parameters,
      admission: {
        title,
        access,
        scope: scopeOf(parsed, caller),
        ...(cache && { key: shareKey(id, template, { sql, parameters }), cacheSeconds: secondsOf(cache) }),
        ...(timeout && { timeoutSeconds: secondsOf(timeout) }),
        maxRows,
        reads,
        ...(Object.keys(resolved).length > 0 && { resolved }),
      },
    };
  };
