import type { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Download, DownloadFormat, DownloadRequest } from '@readout/runtime/contracts.ts';
import { csvFile } from '@readout/runtime/result/csv-file.ts';
import { fileName } from '@readout/runtime/result/file-name.ts';
import { readTable } from '@readout/runtime/result/read-table.ts';
import { statementOf } from '@readout/runtime/result/statement-of.ts';
import type { Table } from '@readout/runtime/result/table.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import { parquetFile } from './formats/parquet.ts';
import { xlsxFile } from './formats/xlsx.ts';
import { type LinkTo, linksEnd } from './links.ts';

export interface WriteFileDeps {
  redshift: RedshiftDataClient;
  objects: S3Client;
  bucket: string;
  linkTo: LinkTo;
  /** The most that is written while a person waits. */
  most: { rows: number; bytes: number };
  now(): Date;
}

type Write = (table: Table, raw?: boolean) => Buffer | Promise<Buffer>;

const WRITERS: Record<DownloadFormat, Write> = { csv: csvFile, xlsx: xlsxFile, parquet: parquetFile };

/**
 * Writes a result that is small enough as a file under its owner's own prefix; undefined when it is too large for
 * that. Throws ResultExpired, FileTooLarge.
 */
export const writeFile = async (
  { redshift, objects, bucket, linkTo, most, now }: WriteFileDeps,
  run: RunRecord,
  { format, raw }: DownloadRequest,
): Promise<Download | undefined> => {
  const rows = run.maxRows ?? Number.POSITIVE_INFINITY;
  if (Math.min(run.rows ?? 0, rows) > most.rows) return undefined;
  const table = await readTable(redshift, statementOf(run), { rows, bytes: most.bytes });
  if (!table) return undefined;
  const content = await WRITERS[format](table, raw);
  const capped = table.rows.length < table.totalRows && { capped: { rows: table.rows.length } };
  const name = fileName({ ...run, format, ...(capped && { first: capped.capped.rows }) });
  const key = `written/${run.owner}/${run.runId}/${raw ? 'raw' : 'safe'}.${format}`;
  await objects.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content }));
  return {
    format,
    ...(raw && { raw }),
    rows: table.rows.length,
    ...capped,
    ordered: true,
    asOf: run.asOf,
    files: [{ name, url: await linkTo({ key, name, format }), bytes: content.length }],
    expiresAt: linksEnd(now()),
  };
};
