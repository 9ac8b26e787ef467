import { checkWriteConditions } from '../conditions.ts';
import { s3Error } from '../errors.ts';
import { quoted, type S3Operation, written, xmlResponse } from '../operation.ts';
import type { PartName } from '../uploads.ts';
import { parseXml } from '../xml.ts';

export const completeMultipartUpload: S3Operation =
  ({ buckets, objects, uploads }) =>
  async ({ bucket: name, key, query, headers, content: document }) => {
    const bucket = buckets.getForWriting(name);
    const id = query.get('uploadId') ?? '';
    const upload = await uploads.get(id, name, key);
    const { content, eTag } = await uploads.assemble(id, parseParts(document));
    checkWriteConditions(headers, await objects.find(bucket, key));
    const object = await objects.put(bucket, key, content, { headers: upload.headers, checksums: {}, eTag });
    await uploads.delete(id);
    const answered = written(bucket, object, 'ObjectCreated:CompleteMultipartUpload');
    const result = { Location: `/${name}/${key}`, Bucket: name, Key: key, ETag: quoted(eTag) };
    return xmlResponse('CompleteMultipartUploadResult', result, answered);
  };

const parseParts = (document: Buffer): PartName[] => {
  const { Part: parts } = parseXml(document, 'CompleteMultipartUpload');
  if (!Array.isArray(parts)) throw s3Error('MalformedXML');
  return parts.map(({ PartNumber, ETag }) => ({
    number: Number(PartNumber),
    eTag: String(ETag).replaceAll('"', ''),
  }));
};
