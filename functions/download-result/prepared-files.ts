import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Download } from '@readout/runtime/contracts.ts';
import { fileName } from '@readout/runtime/result/file-name.ts';
import { preparedPrefix } from '@readout/runtime/result/prepared-prefix.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import { z } from 'zod';
import { type LinkTo, linksEnd } from './links.ts';

export interface PreparedFilesDeps {
  objects: S3Client;
  bucket: string;
  linkTo: LinkTo;
  now(): Date;
}

/** What UNLOAD says of the files that it wrote. */
const Manifest = z.object({
  entries: z.array(z.object({ url: z.string(), meta: z.object({ content_length: z.number() }) })),
  meta: z.object({ record_count: z.number() }),
});

/** The files that a run has prepared of another one's rows, with links. */
export const preparedFiles = async (
  { objects, bucket, linkTo, now }: PreparedFilesDeps,
  prepared: RunRecord,
  of: RunRecord,
): Promise<Download> => {
  const { format = 'csv', raw } = prepared.download ?? {};
  const manifest = await objects.send(
    new GetObjectCommand({ Bucket: bucket, Key: `${preparedPrefix(prepared)}manifest` }),
  );
  const { entries, meta } = Manifest.parse(JSON.parse((await manifest.Body?.transformToString()) ?? ''));
  const rows = meta.record_count;
  const isCapped = of.maxRows !== undefined && rows >= of.maxRows && (of.rows ?? 0) > of.maxRows;
  const name = fileName({ ...of, format, ...(isCapped && { first: rows }) });
  const files = entries.map(async ({ url, meta: { content_length: bytes } }, at) => {
    const key = url.slice(`s3://${bucket}/`.length);
    const own = at === 0 ? name : name.replace(/\.(\w+)$/, `-part-${at + 1}.$1`);
    return { name: own, url: await linkTo({ key, name: own, format }), bytes };
  });
  return {
    format,
    ...(raw && { raw }),
    rows,
    ...(isCapped && { capped: { rows } }),
    ordered: false,
    asOf: prepared.startedAt,
    files: await Promise.all(files),
    expiresAt: linksEnd(now()),
  };
};
