import { ServiceError } from '../../protocol/service-error.ts';
import { verifyContent } from '../checksums.ts';
import { s3Error } from '../errors.ts';
import { type S3Operation, xmlResponse } from '../operation.ts';
import { parseXml } from '../xml.ts';
import { deleteKey } from './delete-object.ts';

interface ObjectIdentifier {
  Key: string;
  VersionId?: string;
}

/** Keys in one DeleteObjects request (Amazon S3 API Reference). */
const maximumKeys = 1000;

export const deleteObjects: S3Operation =
  ({ buckets, objects }) =>
  async (request) => {
    const bucket = buckets.getForWriting(request.bucket);
    verifyContent(request.content, request.headers);
    const { named, quiet } = parseBody(request.content);
    const deleted: ObjectIdentifier[] = [];
    const errors: object[] = [];
    for (const { Key, VersionId } of named) {
      try {
        await deleteKey(objects, bucket, Key, VersionId);
        deleted.push({ Key, VersionId });
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        errors.push({ Key, VersionId, Code: error.name, Message: error.message });
      }
    }
    return xmlResponse('DeleteResult', { Deleted: quiet ? undefined : deleted, Error: errors });
  };

const parseBody = (content: Buffer): { named: ObjectIdentifier[]; quiet: boolean } => {
  const { Object: named, Quiet } = parseXml(content, 'Delete');
  if (!Array.isArray(named) || named.length > maximumKeys || named.some(({ Key }) => typeof Key !== 'string'))
    throw s3Error('MalformedXML');
  return { named, quiet: Quiet === 'true' };
};
