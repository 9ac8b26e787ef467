import { createHash } from 'node:crypto';
import type { Service, ServiceResponse } from '../../../local/service.ts';

export interface Objects extends Service {
  /** Undefined where there is no such object. */
  get(bucket: string, key: string): string | undefined;
}

const missing =
  '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>-</Key></Error>';

/** S3 for reading: objects by `<bucket>/<key>`. */
export const createObjects = (objects: Map<string, string>): Objects => ({
  name: 's3',
  get: (bucket, key) => objects.get(`${bucket}/${key}`),
  handle: async ({ method, url }): Promise<ServiceResponse> => {
    if (method === 'GET' && url.searchParams.get('list-type') === '2') return listing(objects, url);
    if (method !== 'GET') return { status: 501, body: '<Error><Code>NotImplemented</Code></Error>' };
    const text = objects.get(decodeURIComponent(url.pathname.slice(1)));
    if (text === undefined)
      return { status: 404, headers: { 'content-type': 'application/xml' }, body: missing };
    return { status: 200, headers: { 'content-type': 'text/plain', etag: etagOf(text) }, body: text };
  },
});

/** ListObjectsV2 on one page. */
const listing = (objects: Map<string, string>, url: URL): ServiceResponse => {
  const bucket = `${url.pathname.split('/')[1]}/`;
  const prefix = bucket + (url.searchParams.get('prefix') ?? '');
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const contents = keys.map((key) => `<Contents><Key>${key.slice(bucket.length)}</Key></Contents>`).join('');
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`,
  };
};

export const etagOf = (text: string): string => `"${createHash('md5').update(text).digest('hex')}"`;
