import { notEmulated } from '../protocol/service-error.ts';
import type { S3Operation } from './operation.ts';
import { abortMultipartUpload } from './operations/abort-multipart-upload.ts';
import { completeMultipartUpload } from './operations/complete-multipart-upload.ts';
import { copyObject } from './operations/copy-object.ts';
import { createMultipartUpload } from './operations/create-multipart-upload.ts';
import { deleteObject } from './operations/delete-object.ts';
import { deleteObjects } from './operations/delete-objects.ts';
import { getBucketLocation } from './operations/get-bucket-location.ts';
import { getBucketVersioning } from './operations/get-bucket-versioning.ts';
import { getObject, headObject } from './operations/get-object.ts';
import { headBucket } from './operations/head-bucket.ts';
import { listBuckets } from './operations/list-buckets.ts';
import { listObjectVersions } from './operations/list-object-versions.ts';
import { listObjects } from './operations/list-objects.ts';
import { listObjectsV2 } from './operations/list-objects-v2.ts';
import { putObject } from './operations/put-object.ts';
import { uploadPart } from './operations/upload-part.ts';
import { version2Words } from './presigned.ts';
import type { S3Request } from './request.ts';
import { refuseUnknownHeaders } from './request-headers.ts';

/** How S3 tells its operations apart: by method, by what the path names, and by words in query and headers. */
interface Route {
  method: string;
  on: 'service' | 'bucket' | 'object';
  operation: S3Operation;
  /** Query words that must be there. */
  needs?: string[];
  /** Query words that may be there. */
  takes?: string[];
  needsHeader?: string;
}

const listing = ['prefix', 'delimiter', 'max-keys', 'encoding-type'];
const overrides = ['type', 'language', 'expires', 'cache-control', 'disposition', 'encoding'].map((word) =>
  ['expires', 'cache-control'].includes(word) ? `response-${word}` : `response-content-${word}`,
);

const routes: Route[] = [
  { method: 'GET', on: 'service', operation: listBuckets },
  { method: 'HEAD', on: 'bucket', operation: headBucket },
  { method: 'GET', on: 'bucket', operation: getBucketLocation, needs: ['location'] },
  { method: 'GET', on: 'bucket', operation: getBucketVersioning, needs: ['versioning'] },
  {
    method: 'GET',
    on: 'bucket',
    operation: listObjectVersions,
    needs: ['versions'],
    takes: [...listing, 'key-marker', 'version-id-marker'],
  },
  {
    method: 'GET',
    on: 'bucket',
    operation: listObjectsV2,
    needs: ['list-type'],
    takes: [...listing, 'continuation-token', 'start-after', 'fetch-owner'],
  },
  { method: 'GET', on: 'bucket', operation: listObjects, takes: [...listing, 'marker'] },
  { method: 'POST', on: 'bucket', operation: deleteObjects, needs: ['delete'] },
  { method: 'GET', on: 'object', operation: getObject, takes: ['versionId', ...overrides] },
  { method: 'HEAD', on: 'object', operation: headObject, takes: ['versionId', ...overrides] },
  { method: 'DELETE', on: 'object', operation: abortMultipartUpload, needs: ['uploadId'] },
  { method: 'DELETE', on: 'object', operation: deleteObject, takes: ['versionId'] },
  { method: 'POST', on: 'object', operation: createMultipartUpload, needs: ['uploads'] },
  { method: 'POST', on: 'object', operation: completeMultipartUpload, needs: ['uploadId'] },
  { method: 'PUT', on: 'object', operation: copyObject, needsHeader: 'x-amz-copy-source' },
  { method: 'PUT', on: 'object', operation: uploadPart, needs: ['partNumber', 'uploadId'] },
  { method: 'PUT', on: 'object', operation: putObject },
];

/** What says how a request was made, not what it asks for. */
const isTransport = (word: string): boolean =>
  word === 'x-id' || /^x-amz-/i.test(word) || version2Words.includes(word);

/** The operation a request asks for. Throws `not emulated`, naming what is not understood. */
export const routeOf = (request: S3Request): S3Operation => {
  const { method, bucket, key, query, headers } = request;
  const on = key ? 'object' : bucket ? 'bucket' : 'service';
  const words = [...query.keys()].filter((word) => !isTransport(word));
  const route = routes.find(
    ({ needs = [], takes = [], needsHeader, ...route }) =>
      route.method === method &&
      route.on === on &&
      needs.every((word) => words.includes(word)) &&
      words.every((word) => needs.includes(word) || takes.includes(word)) &&
      (!needsHeader || headers[needsHeader] !== undefined),
  );
  if (!route)
    throw notEmulated(`S3 ${method} on ${on}${words.length > 0 ? ` with ?${words.join('&')}` : ''}`);
  refuseUnknownHeaders(headers, route.needsHeader);
  return route.operation;
};

/** Names of all operations, as S3 writes them. */
export const operationNames: string[] = routes
  .map(({ operation: { name } }) => name.charAt(0).toUpperCase() + name.slice(1))
  .sort();
