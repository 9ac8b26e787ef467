import type { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { Caller } from '@readout/runtime/caller.ts';
import type { RunStatement } from '@readout/runtime/contracts.ts';
import { AccessDenied, ResultNotReady, RunNotFound } from '@readout/runtime/errors.ts';
import { isOperator, requireOperator } from '@readout/runtime/operators.ts';
import { requireAccess } from '@readout/runtime/report/access.ts';
import { parseTemplate } from '@readout/runtime/report/parse-template.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { isOver, type RunRecord } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { ReadTemplate } from '@readout/runtime/templates.ts';
import { sentTo } from './sent-to.ts';

interface Deps {
  runs: Pick<Runs, 'owned'>;
  readTemplate: ReadTemplate;
  redshift: RedshiftDataClient;
  /** The group whose members see the SQL of all runs. */
  operatorGroup: string;
}

/**
 * `GET /runs/{runId}/statement`: the SQL that Redshift was sent for one of the caller's own runs, with what was bound,
 * unless the report hides it. `GET /operations/runs/{owner}/{runId}/statement`: for operators, of anybody's run and without
 * the values. Throws RunNotFound, AccessDenied, ReportNotFound, ResultNotReady, ResultExpired.
 */
export const getStatement =
  (deps: Deps): RestAction =>
  async ({ caller, path: { owner, runId = '' } }) => ({
    body:
      owner === undefined
        ? await ownStatement(deps, caller, runId)
        : await anyStatement(deps, caller, owner, runId),
  });

const ownStatement = async (deps: Deps, caller: Caller, runId: string): Promise<RunStatement> => {
  const record = await deps.runs.owned(runId, caller.id);
  const { report } = parseTemplate(await deps.readTemplate(record.report), record.report);
  requireAccess(report, caller);
  if (report.sql === 'hidden') throw new AccessDenied('This report does not show its SQL.');
  const sent = await sentTo(deps.redshift, idOf(record));
  const { execution } = isOperator(caller, deps.operatorGroup) ? record : {};
  return { ...sent, ...(execution && { execution }) };
};

/** What nobody's id looks like is not looked for. */
const PERSON = /^[\w-]{1,128}$/;

const anyStatement = async (
  deps: Deps,
  caller: Caller,
  owner: string,
  runId: string,
): Promise<RunStatement> => {
  requireOperator(caller, deps.operatorGroup);
  if (!PERSON.test(owner)) throw new RunNotFound('There is no such run.');
  const record = await deps.runs.owned(runId, owner);
  const { sql, parameters } = await sentTo(deps.redshift, idOf(record));
  return { sql, parameters: parameters.map(({ name }) => ({ name })) };
};

const idOf = (run: RunRecord): string => {
  if (run.statementId) return run.statementId;
  throw new ResultNotReady(
    isOver(run)
      ? 'The run ended before it was sent to Redshift.'
      : 'The run has not been sent to Redshift yet.',
  );
};
