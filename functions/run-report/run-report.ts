import type { Caller } from '@readout/runtime/caller.ts';
import type { RunWishes } from '@readout/runtime/contracts.ts';
import { chosenInputs } from '@readout/runtime/inputs.ts';
import { requireAccess } from '@readout/runtime/report/access.ts';
import { bind } from '@readout/runtime/report/bind.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import type { StartRun } from '@readout/runtime/start-run.ts';
import type { ReadTemplate } from '@readout/runtime/templates.ts';
import { requireMail } from './require-mail.ts';

interface Deps {
  readTemplate: ReadTemplate;
  start: StartRun;
  /** Whether this stack has a sender of e-mail. */
  canMail: boolean;
  /** The IANA time zone whose day relative dates are counted from. */
  timeZone: string;
  now(): Date;
}

/** What a person asks for, on either channel. */
export interface RunRequest extends RunWishes {
  report: string;
  inputs: object;
  caller: Caller;
}

export type RunReport = (request: RunRequest) => Promise<RunRecord>;

/**
 * Starts a run. All that the workflow would refuse is refused here first, so that the asker is told at once and
 * nothing is started. Throws ReportNotFound, AccessDenied, InvalidInput, InvalidTemplate, Unavailable.
 */
export const runReport =
  ({ readTemplate, start, canMail, timeZone, now }: Deps): RunReport =>
  async ({ report, inputs, caller, ...wishes }) => {
    if (wishes.email) requireMail(caller, canMail);
    const template = parseTemplate(await readTemplate(report), report);
    requireAccess(template.report, caller);
    bind(template, inputs, caller, { at: now(), timeZone });
    const { title } = template.report;
    return start({ report, title, inputs: chosenInputs(inputs), caller, ...wishes });
  };
