import { md5, verifyContent } from '../checksums.ts';
import { s3Error } from '../errors.ts';
import { quoted, type S3Operation } from '../operation.ts';

export const uploadPart: S3Operation =
  ({ uploads }) =>
  async ({ bucket, key, query, headers, content }) => {
    const id = query.get('uploadId') ?? '';
    const number = Number(query.get('partNumber'));
    if (!Number.isInteger(number) || number < 1 || number > 10_000)
      throw s3Error('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
    await uploads.get(id, bucket, key);
    const checksums = verifyContent(content, headers);
    await uploads.putPart(id, number, content);
    return { status: 200, headers: { etag: quoted(md5(content)), ...checksums } };
  };
