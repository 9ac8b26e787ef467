import { FileTooLarge } from '@readout/runtime/errors.ts';
import { parse } from '@readout/runtime/parse.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { statementOf } from '@readout/runtime/result/statement-of.ts';
import type { StillMayRead } from '@readout/runtime/result/still-may-read.ts';
import { toRun } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import { z } from 'zod';
import { type PrepareDeps, prepare, preparingRun } from './prepare.ts';
import { type PreparedFilesDeps, preparedFiles } from './prepared-files.ts';
import { type WriteFileDeps, writeFile } from './write-file.ts';

interface Deps extends WriteFileDeps, PreparedFilesDeps, PrepareDeps {
  runs: Pick<Runs, 'owned' | 'get'>;
  stillMayRead: StillMayRead;
}

const DownloadRequest = z.strictObject({
  format: z.enum(['csv', 'xlsx', 'parquet']),
  raw: z.boolean().optional(),
});

/**
 * The result of one of the caller's own runs as a file: at once where it is small, else by a run that lets Redshift
 * write it and answers here when it is done. Throws RunNotFound, ResultNotReady, ReportNotFound, AccessDenied,
 * ResultExpired, FileTooLarge, InvalidMessage, Unavailable.
 */
export const downloadResult =
  (deps: Deps): RestAction =>
  async ({ caller, path, body }) => {
    const request = parse(DownloadRequest, body());
    const run = await deps.runs.owned(path.runId ?? '', caller.id);
    statementOf(run);
    await deps.stillMayRead(run, caller);
    const { runId, found } = await preparingRun(deps, run, request);
    const written = found ? undefined : await writeFile(deps, run, request);
    if (written) return { body: written };
    if (request.format === 'xlsx') throw tooLargeForExcel(deps.most.rows);
    const prepared = found ?? (await prepare(deps, run, request, { runId, caller }));
    if (prepared.status === 'succeeded') return { body: await preparedFiles(deps, prepared, run) };
    return { status: 202, headers: { location: `../${prepared.runId}` }, body: toRun(prepared) };
  };

const tooLargeForExcel = (rows: number): FileTooLarge =>
  new FileTooLarge(
    `An Excel file is written for up to ${rows} rows, and not for very wide ones. Download CSV or Parquet instead.`,
  );
