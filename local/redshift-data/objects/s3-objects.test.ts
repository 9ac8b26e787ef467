import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FetchedObjects, s3Objects } from './s3-objects.ts';

/** As much of S3's API, path style, as the objects of one bucket need. */
const stored = new Map<string, string>();
const requests: string[] = [];
const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, bucket = '', key = ''] = /^\/([^/]+)\/?(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  requests.push(`${request.method} ${url.pathname}`);
  if (bucket !== 'lake') return void response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>');
  if (url.searchParams.get('list-type') === '2') return void response.end(listing(url));
  if (request.method === 'GET') return void response.end(stored.get(key));
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (request.method === 'PUT') stored.set(key, Buffer.concat(chunks).toString());
  if (request.method === 'DELETE') stored.delete(key);
  response.end();
});
const listing = (url: URL): string => {
  const contents = [...stored]
    .filter(([key]) => key.startsWith(url.searchParams.get('prefix') ?? ''))
    .map(([key, text]) => `<Contents><Key>${key}</Key><ETag>"${text.length}"</ETag></Contents>`);
  return `<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`;
};

let objects: FetchedObjects;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  objects = await s3Objects(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'us-east-1');
});
afterAll(async () => {
  await objects.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  stored.clear();
  requests.length = 0;
  for (const key of ['a/1.csv', 'a/2 é.csv', 'a/', 'b.csv']) stored.set(key, `text of ${key}`);
});

it('fetches every object under a prefix into files of the same name', async () => {
  const paths = await objects.localPaths('s3://lake/a/');
  expect(paths.map((path) => path.split('/').at(-1))).toEqual(['1.csv', '2 é.csv']);
  expect(await readFile(paths[1] as string, 'utf8')).toBe('text of a/2 é.csv');
  expect(await objects.localPaths('s3://lake/none')).toEqual([]);
  expect(await objects.localPaths('s3://nowhere/a')).toEqual([]);
});

it('fetches again only what has changed', async () => {
  await objects.localPaths('s3://lake/b');
  const before = requests.filter((line) => line === 'GET /lake/b.csv').length;
  await objects.localPaths('s3://lake/b');
  expect(requests.filter((line) => line === 'GET /lake/b.csv')).toHaveLength(before);
  stored.set('b.csv', 'another text');
  const [path = ''] = await objects.localPaths('s3://lake/b');
  expect(await readFile(path, 'utf8')).toBe('another text');
});

it('clears what is under a prefix', async () => {
  await objects.clear('s3://lake/a/');
  expect([...stored.keys()]).toEqual(['a/', 'b.csv']);
});

it('stores the bytes of a file', async () => {
  const [path = ''] = await objects.localPaths('s3://lake/b');
  await objects.store('s3://lake/new/c.csv', path);
  expect(stored.get('new/c.csv')).toContain('text of b.csv');
});
