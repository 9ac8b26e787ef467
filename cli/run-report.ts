import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Client, failureOf, ReadoutError } from '@readout/client';
import type { ResultPage, Run } from '@readout/runtime/contracts.ts';
import { Cancelled } from './exit-codes.ts';
import { inputsFrom } from './inputs.ts';
import { progress } from './output/progress.ts';
import { saveFiles } from './output/save-file.ts';
import { writeJson, writeTable } from './output/write-rows.ts';

export interface RunOptions {
  format: 'table' | 'json' | 'csv' | 'xlsx' | 'parquet';
  out?: string;
  fresh: boolean;
  input?: string[];
}

/**
 * Runs a report to its end and writes its result; when that was an earlier one which is kept no longer, runs it anew.
 * Ctrl-C cancels the run.
 */
export async function runReport(
  client: Client,
  report: string,
  given: readonly string[],
  options: RunOptions,
  say: (line: string) => void,
): Promise<void> {
  await runOnce(client, report, given, options, say).catch((thrown) => {
    if (thrown?.name !== 'ResultExpired' || options.fresh) throw thrown;
    return runOnce(client, report, given, { ...options, fresh: true }, say);
  });
}

async function runOnce(
  client: Client,
  report: string,
  given: readonly string[],
  { format, out, fresh, input = [] }: RunOptions,
  say: (line: string) => void,
): Promise<void> {
  if ((format === 'xlsx' || format === 'parquet') && !out && process.stdout.isTTY)
    throw new ReadoutError('InvalidInput', `${format} is nothing for a terminal`, 'out');
  const { parameters } = await client.rest.getReport(report);
  const { runId } = await client.start(
    report,
    inputsFrom(parameters, [...given, ...input]),
    fresh ? { fresh } : {},
  );
  const run = await endOf(client, runId, say);
  if (run.status === 'cancelled') throw new Cancelled('The run was cancelled.');
  if (run.status !== 'succeeded') throw failureOf(run);
  if (format === 'table' || format === 'json') await writeRows(client, runId, format, out, say);
  else {
    const download = await client.download(runId, { format, ...(format === 'csv' && { raw: true }) });
    await saveFiles(download, out, process.stdout);
    if (download.capped) say(`The result has more rows; ${download.capped.rows} may be read.`);
  }
}

async function endOf(client: Client, runId: string, say: (line: string) => void): Promise<Run> {
  const cancel = () => void client.cancel(runId).catch(() => {}); // it has ended, or its end tells why not
  process.once('SIGINT', cancel);
  try {
    return await client.ended(runId, { onChange: progress(say) });
  } finally {
    process.off('SIGINT', cancel);
  }
}

async function writeRows(
  client: Client,
  runId: string,
  format: 'table' | 'json',
  out: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  const target = out ? createWriteStream(out) : process.stdout;
  const write = async (text: string) => {
    if (!target.write(text)) await once(target, 'drain');
  };
  async function* told(pages: AsyncIterable<ResultPage>) {
    for await (const page of pages) {
      yield page;
      if (page.capped) say('The result has more rows than may be read.');
    }
  }
  await (format === 'json' ? writeJson : writeTable)(told(client.pages(runId)), write);
  if (!out) return;
  target.end();
  await finished(target);
}
