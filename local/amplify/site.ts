import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ServiceRequest, ServiceResponse } from '../service.ts';
import { contentTypeOf } from './content-types.ts';
import { type HeaderRule, headersFor } from './custom-headers.ts';
import { type CustomRule, routeOf } from './custom-rules.ts';

export interface SiteSettings {
  /** Folder of the published files; undefined before the first deployment. */
  folder: string | undefined;
  rules: CustomRule[];
  headers: HeaderRule[];
}

/** Vite and its like put a hash of the content in the name, so that such a file never changes. */
const hashedName = /[-.][\w-]{8,}\.(?:css|js|mjs|png|jpg|svg|webp|woff2?)$/;

/** Answers one request to a published site. */
export const serveSite = async (
  { folder, rules, headers }: SiteSettings,
  request: ServiceRequest,
): Promise<ServiceResponse> => {
  if (!folder) return plain(503, 'The page is not published yet.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Method not allowed');
  const path = decode(request.url.pathname);
  const route = routeOf(rules, path, (wanted) => fileOf(folder, wanted) !== undefined);
  if (route?.status.startsWith('30'))
    return { status: Number(route.status), headers: { location: route.target } };
  const served = route ? route.target : path;
  const file = fileOf(folder, served);
  if (!file) return plain(404, 'Not found');
  const answer = await readAnswer(file, headersFor(headers, path), request);
  return route?.status === '404' && answer.status === 200 ? { ...answer, status: 404 } : answer;
};

const readAnswer = async (
  file: string,
  custom: Record<string, string>,
  { method, headers }: ServiceRequest,
): Promise<ServiceResponse> => {
  const body = await readFile(file);
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const described = {
    'content-type': contentTypeOf(file),
    'cache-control': hashedName.test(file)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate',
    etag,
    'x-content-type-options': 'nosniff',
    ...custom,
  };
  const known = headers['if-none-match']?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  if (known) return { status: 304, headers: described };
  const answer = { status: 200, headers: { ...described, 'content-length': `${body.length}` } };
  return method === 'HEAD' ? answer : { ...answer, body };
};

/** The file behind a path, or the index of the folder behind it. */
const fileOf = (folder: string, path: string): string | undefined => {
  const file = join(folder, path);
  if (path.includes('\0') || !`${file}${sep}`.startsWith(`${folder}${sep}`) || !existsSync(file))
    return undefined;
  if (statSync(file).isFile()) return file;
  const index = join(file, 'index.html');
  return existsSync(index) ? index : undefined;
};

const decode = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/%';
  }
};

const plain = (status: number, body: string): ServiceResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
