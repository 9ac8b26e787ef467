import type { Place } from '../contracts.ts';
import type { Log } from '../logger.ts';
import { bindPieces } from '../report/bind.ts';
import { findFault } from '../report/find-fault.ts';
import { parseTemplate } from '../report/parse-template.ts';
import type { Runs } from '../runs.ts';
import type { ReadTemplate } from '../templates.ts';
import type { Statements } from './statements.ts';

/** Where in its report's file a statement failed, by the statement's id, its SQL and the engine's message. */
export type FaultInReport = (id: string, sql: string, message: string) => Promise<Place | undefined>;

export interface FaultDeps {
  statements: Pick<Statements, 'get'>;
  runs: Pick<Runs, 'get'>;
  readTemplate: ReadTemplate;
  log: Log;
}

/**
 * Binds the report once more to what its leading run was asked with. Where that is not the SQL that failed, the report has
 * changed since, and no place is told. Nor is one when it cannot be looked for: a statement ends all the same.
 */
export const faultInReport =
  ({ statements, runs, readTemplate, log }: FaultDeps): FaultInReport =>
  async (id, sql, message) => {
    try {
      const statement = await statements.get(id);
      const run = statement && (await runs.get({ owner: statement.owner, runId: id }));
      if (!run) return undefined;
      const file = await readTemplate(run.report);
      const asked = { at: new Date(run.createdAt), timeZone: 'UTC' }; // which day it was is in the values only
      const bound = bindPieces(parseTemplate(file, run.report), run.inputs, run.caller, asked);
      return bound.sql === sql ? findFault(file, bound, message) : undefined;
    } catch (cause) {
      log.warn(`The place at which statement ${id} failed was not found.`, cause as Error);
      return undefined;
    }
  };
