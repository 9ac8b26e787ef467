import { parse } from '@readout/runtime/parse.ts';
import { requireAccess } from '@readout/runtime/report/access.ts';
import { type BoundStatement, bind } from '@readout/runtime/report/bind.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import { z } from 'zod';

/** What the workflow hands over: its own input and the text that LoadTemplate read. */
const PrepareStatementEvent = z.object({
  runId: z.uuid(),
  report: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  caller: z.object({
    id: z.string().min(1),
    email: z.string(),
    groups: z.array(z.string()),
    claims: z.record(z.string(), z.string()),
  }),
  template: z.string(),
});

/** What the workflow goes on with. A run that a handshake named learns its title here. */
export interface PreparedStatement extends BoundStatement {
  title: string;
}

/**
 * Turns a report's template and the caller's inputs into one bound statement. Nothing that was checked when the run
 * was asked for is trusted: the template may have changed since. Throws InvalidInput, InvalidTemplate, AccessDenied.
 */
export const prepareStatement = async (event: unknown): Promise<PreparedStatement> => {
  const { report, inputs, caller, template } = parse(PrepareStatementEvent, event);
  const parsed = parseTemplate(template, report);
  requireAccess(parsed.report, caller);
  return { title: parsed.report.title, ...bind(parsed, inputs, caller) };
};
