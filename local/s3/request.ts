import type { ServiceRequest } from '../service.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import { s3Error } from './errors.ts';

/** An S3 request, its addressing style and transfer encoding undone. */
export interface S3Request {
  method: string;
  /** Empty for a request about all buckets. */
  bucket: string;
  /** Empty for a request about the bucket. */
  key: string;
  query: URLSearchParams;
  /** Headers, and what a presigned URL carries of them in its query; lower-case names. */
  headers: Record<string, string | undefined>;
  content: Buffer;
}

/** Throws InvalidURI or IncompleteBody. */
export const parseRequest = ({ method, url, headers, body }: ServiceRequest): S3Request => {
  const path = decodePath(url.pathname);
  const hosted = bucketOfHost(headers.host ?? '');
  const slash = path.indexOf('/', 1);
  const [bucket, key] = hosted
    ? [hosted, path.slice(1)]
    : slash < 0
      ? [path.slice(1), '']
      : [path.slice(1, slash), path.slice(slash + 1)];
  const chunked = headers['x-amz-content-sha256']?.startsWith('STREAMING-');
  const { content, trailers } = chunked ? decodeAwsChunked(body) : { content: body, trailers: {} };
  return {
    method,
    bucket,
    key,
    query: url.searchParams,
    headers: { ...presignedHeaders(url.searchParams), ...headers, ...trailers },
    content,
  };
};

const decodePath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    throw s3Error('InvalidURI');
  }
};

/** `bucket.s3.…` and `bucket.localhost` name their bucket; `s3.…` itself and addresses do not. */
const bucketOfHost = (host: string): string | undefined => {
  if (/^s3[.-]/.test(host)) return undefined;
  return /^(.+?)\.(?:s3[.-].*|localhost)(?::\d+)?$/.exec(host)?.[1];
};

const presignedHeaders = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...query]
      .map(([name, value]) => [name.toLowerCase(), value])
      .filter(([name]) => name?.startsWith('x-amz-')),
  );
