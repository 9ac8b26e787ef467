import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { DownloadFormat } from '@readout/runtime/contracts.ts';

/** How long a link is good, in seconds. */
const GOOD_FOR = 15 * 60;

export const CONTENT_TYPES: Record<DownloadFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

export interface Linked {
  key: string;
  /** What the browser saves it as. */
  name: string;
  format: DownloadFormat;
}

/** Makes a link by which whoever has it reads one object for a while. */
export type LinkTo = (object: Linked) => Promise<string>;

export const linksInto =
  (objects: S3Client, Bucket: string): LinkTo =>
  ({ key: Key, name, format }) =>
    getSignedUrl(
      objects,
      new GetObjectCommand({
        Bucket,
        Key,
        ResponseContentDisposition: `attachment; filename="${name}"`,
        ResponseContentType: CONTENT_TYPES[format],
      }),
      { expiresIn: GOOD_FOR },
    );

/** When a link that is made now ends. */
export const linksEnd = (now: Date): string => new Date(now.getTime() + GOOD_FOR * 1000).toISOString();
