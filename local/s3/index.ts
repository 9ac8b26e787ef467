import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ServiceError } from '../protocol/service-error.ts';
import type { Clock, Service, ServiceRequest, ServiceResponse } from '../service.ts';
import { type S3Addresses, s3Addresses } from './addresses.ts';
import { type Bucket, type BucketEvent, type BucketProperties, Buckets } from './buckets.ts';
import { Objects } from './objects.ts';
import type { S3Context } from './operation.ts';
import { checkExpiry } from './presigned.ts';
import { parseRequest } from './request.ts';
import { routeOf } from './routes.ts';
import { Sidecars } from './sidecars.ts';
import { Uploads } from './uploads.ts';
import { watchBucket } from './watch-bucket.ts';
import { renderXml } from './xml.ts';

export interface S3 extends Service, S3Addresses {
  /** Makes a folder a bucket; calling it again replaces the bucket's properties, never its objects. */
  createBucket(properties: BucketProperties): Bucket;
  /** Absolute path of a bucket's folder. Throws NoSuchBucket. */
  folderOf(bucket: string): string;
  /** Tells what changes in a bucket's folder, whoever changes it, in place of its `notify`. Throws NoSuchBucket. */
  watch(bucket: string, tell: (event: BucketEvent) => void): Promise<void>;
}

export interface S3Options {
  /** Holds the buckets that name no folder of their own, objects' attributes and unfinished uploads. */
  stateDir: string;
  clock: Clock;
  region: string;
}

/** Amazon S3 over folders: an object is a file, and a file saved in a bucket's folder is an object at once. */
export const createS3 = ({ stateDir, clock, region }: S3Options): S3 => {
  const buckets = new Buckets(stateDir, () => clock.now());
  const context: S3Context = {
    buckets,
    objects: new Objects(new Sidecars(join(stateDir, '.attributes'))),
    uploads: new Uploads(join(stateDir, '.uploads')),
    region,
  };
  const watches: (() => void)[] = [];
  return {
    name: 's3',
    createBucket: (properties) => buckets.create(properties),
    folderOf: (bucket) => buckets.get(bucket).folder,
    watch: async (bucket, tell) => {
      watches.push(await watchBucket(buckets.get(bucket), context.objects, tell));
    },
    ...s3Addresses(context),
    handle: (request) => answer(context, clock, request),
    close: async () => {
      for (const end of watches) end();
    },
  };
};

const answer = async (
  context: S3Context,
  clock: Clock,
  request: ServiceRequest,
): Promise<ServiceResponse> => {
  const requestId = randomUUID();
  const headers = { 'x-amz-request-id': requestId, server: 'AmazonS3' };
  try {
    const parsed = parseRequest(request);
    checkExpiry(parsed.query, clock.now());
    const response = await routeOf(parsed)(context)(parsed);
    return { ...response, headers: { ...headers, ...response.headers } };
  } catch (error) {
    return errorResponse(error, request, requestId, headers);
  }
};

/** A HEAD has no body: the status is all that a client learns. */
const errorResponse = (
  error: unknown,
  { method, url }: ServiceRequest,
  requestId: string,
  headers: Record<string, string>,
): ServiceResponse => {
  const known = error instanceof ServiceError ? error : internalError(error);
  if (method === 'HEAD') return { status: known.status, headers };
  const content = { Code: known.name, Message: known.message, Resource: url.pathname, RequestId: requestId };
  return {
    status: known.status,
    headers: { ...headers, 'content-type': 'application/xml' },
    body: renderXml('Error', content),
  };
};

const internalError = (error: unknown): ServiceError => {
  console.error(error);
  return new ServiceError('InternalError', 'We encountered an internal error. Please try again.', 500);
};
