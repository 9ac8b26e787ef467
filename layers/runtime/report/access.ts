import type { Caller } from '../caller.ts';
import type { Report } from '../contracts.ts';
import { AccessDenied } from '../errors.ts';

/** Whether the caller is in one of the report's groups; a report without `access` is for everyone signed in. */
export const mayRun = ({ access }: Pick<Report, 'access'>, { groups }: Pick<Caller, 'groups'>): boolean =>
  access === undefined || access.some((group) => groups.includes(group));

/** Throws AccessDenied unless the caller may run the report. */
export function requireAccess(report: Pick<Report, 'id' | 'access'>, caller: Pick<Caller, 'groups'>): void {
  if (!mayRun(report, caller))
    throw new AccessDenied(`The report ${report.id} is for other groups than yours.`);
}
