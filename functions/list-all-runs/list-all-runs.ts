import type { OperatorRunList } from '@readout/runtime/contracts.ts';
import { InvalidInput, InvalidPage } from '@readout/runtime/errors.ts';
import { requireOperator } from '@readout/runtime/operators.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { toOperatorRun } from '@readout/runtime/run-record.ts';
import type { RunPlace, Runs } from '@readout/runtime/runs.ts';
import { z } from 'zod';

interface Deps {
  runs: Pick<Runs, 'ofDay'>;
  /** The group whose members see how all runs go. */
  operatorGroup: string;
  now(): Date;
}

/** The most runs in one answer. */
const MOST = 100;

/** DynamoDB refuses a key that is empty or long: no list has ended there. */
const key = z.string().min(1).max(200);

const Page = z.strictObject({ owner: key, runId: key, createdAt: key });

/**
 * `GET /operations/runs?day=&page=`: everybody's runs of one day in UTC, today when left out, the latest first. For
 * operators, who see how runs go but neither what was typed nor a row. Throws AccessDenied, InvalidInput, InvalidPage.
 */
export const listAllRuns =
  ({ runs, operatorGroup, now }: Deps): RestAction =>
  async ({ caller, query }) => {
    requireOperator(caller, operatorGroup);
    const day = query.day ?? now().toISOString().slice(0, 10);
    if (!z.iso.date().safeParse(day).success)
      throw new InvalidInput('day', 'day: expected a date such as 2015-12-31.');
    const found = await runs.ofDay(day, MOST, query.page === undefined ? undefined : placeOf(query.page));
    const body: OperatorRunList = {
      runs: found.runs.map(toOperatorRun),
      ...(found.next && { next: Buffer.from(JSON.stringify(found.next)).toString('base64url') }),
    };
    return { body };
  };

const placeOf = (page: string): RunPlace => {
  try {
    return Page.parse(JSON.parse(Buffer.from(page, 'base64url').toString('utf8')));
  } catch {
    throw new InvalidPage('The page does not belong to this list.');
  }
};
