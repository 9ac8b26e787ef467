import type { Caller } from '../caller.ts';
import { AccessDenied } from '../errors.ts';
import { requireAccess } from '../report/access.ts';
import { parseTemplate } from '../report/parse-template.ts';
import { scopeHash } from '../report/scope.ts';
import type { RunRecord } from '../run-record.ts';
import type { ReadTemplate } from '../templates.ts';

/** Throws unless the caller may read the rows of their own run today. */
export type StillMayRead = (run: RunRecord, caller: Caller) => Promise<void>;

/**
 * Rows outlive rights: whoever has left a group of the report, or would be bound to other rows than then, may not read
 * them any more. Who may run a report is what its template says now. Throws ReportNotFound, AccessDenied.
 */
export const stillMayRead =
  ({ readTemplate }: { readTemplate: ReadTemplate }): StillMayRead =>
  async ({ report, scope }, caller) => {
    requireAccess(parseTemplate(await readTemplate(report), report).report, caller);
    if (scope && scopeHash(scope.sources, caller) !== scope.hash)
      throw new AccessDenied('Your rights have changed since this was run. Run the report again.');
  };
