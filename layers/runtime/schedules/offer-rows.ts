import type { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { Log } from '../logger.ts';
import type { MailFile } from '../plain-mail.ts';
import { csvFile } from '../result/csv-file.ts';
import { fileName } from '../result/file-name.ts';
import { readTable } from '../result/read-table.ts';
import { statementOf } from '../result/statement-of.ts';
import type { RunRecord } from '../run-record.ts';

/** How a mail offers the rows of a run: what it says before the link, and the file that goes with it. */
export interface RowsOffer {
  sentence: string;
  file?: MailFile;
}

/** Offers its owner the rows of a run that has succeeded. */
export type OfferRows = (run: RunRecord) => Promise<RowsOffer>;

export interface OfferRowsDeps {
  /** Reads results with exact integers. */
  redshift: RedshiftDataClient;
  /** The largest file that is attached, in KB of 1,024 bytes; with 0 none ever is. */
  mostKilobytes: number;
  log: Log;
}

const LINKED = 'Read the rows that are yours, or download them as a file:';
const ATTACHED = 'The rows that are yours are attached. They are here as well, in every other format too:';

/** JSON, in which a result is read, is at most so many times as long as CSV. */
const JSON_TO_CSV = 8;

/**
 * Attaches a whole result as CSV where that is small. A larger one, and one that is cut at its limit of rows, is linked, and
 * the mail says why. A result that cannot be read is linked too: the word that it is there matters more than the file.
 */
export const rowsOffer = (deps: OfferRowsDeps): OfferRows => {
  const fileOf = lastFile(deps);
  return async (run) => {
    const { rows = 0, maxRows } = run;
    if (deps.mostKilobytes === 0) return { sentence: LINKED };
    if (maxRows !== undefined && rows > maxRows)
      return {
        sentence: `No file is attached: of ${rows} rows, the first ${maxRows} can be read. They are here:`,
      };
    try {
      const content = await fileOf(run);
      if (content === undefined)
        return {
          sentence: `No file is attached: it would be larger than ${deps.mostKilobytes} KB. ${LINKED}`,
        };
      return {
        sentence: ATTACHED,
        file: { name: fileName({ ...run, format: 'csv' }), type: 'text/csv', content },
      };
    } catch (error) {
      deps.log.error(`The rows of run ${run.runId} could not be attached to a mail.`, error as Error);
      return { sentence: LINKED };
    }
  };
};

type Content = Promise<Buffer | undefined>;

/** The runs of one statement are told one after another: its result is read once for all of them. */
const lastFile = (deps: OfferRowsDeps): ((run: RunRecord) => Content) => {
  let last: { statementId: string; content: Content } | undefined;
  return (run) => {
    const statementId = statementOf(run);
    if (last?.statementId !== statementId) last = { statementId, content: smallFile(deps, statementId) };
    const { content } = last;
    content.catch(() => {
      last = undefined;
    });
    return content;
  };
};

/** A result as CSV; undefined when that is too large to attach. */
const smallFile = async (
  { redshift, mostKilobytes }: OfferRowsDeps,
  statementId: string,
): Promise<Buffer | undefined> => {
  const most = mostKilobytes * 1024;
  const limits = { rows: Number.POSITIVE_INFINITY, bytes: most * JSON_TO_CSV };
  const table = await readTable(redshift, statementId, limits);
  const content = table && csvFile(table);
  return content && content.length <= most ? content : undefined;
};
