import { createHash } from 'node:crypto';

/** An id as API Gateway makes them: 16 characters that end in `=`, so that a URL must encode it. */
export const shortId = (newId: () => string): string =>
  `${createHash('sha256').update(newId()).digest('base64url').slice(0, 15)}=`;

/** The common log format in UTC: `22/Nov/2026:09:07:34 +0000`. */
export const requestTime = (now: Date): string => {
  const [, day, month, year, time] = now.toUTCString().split(/[ ,]+/);
  return `${day}/${month}/${year}:${time} +0000`;
};

/** The name under which AWS would serve the API; it stands in events and means nothing locally. */
export const domainName = (apiId: string, region: string): string =>
  `${apiId}.execute-api.${region}.amazonaws.com`;

export interface QueryParameters {
  queryStringParameters: Record<string, string> | null;
  multiValueQueryStringParameters: Record<string, string[]> | null;
}

/** The query, decoded; of a repeated parameter the last counts as the one. */
export const queryParameters = (query: URLSearchParams): QueryParameters => {
  const names = [...new Set(query.keys())];
  if (names.length === 0) return { queryStringParameters: null, multiValueQueryStringParameters: null };
  return {
    queryStringParameters: Object.fromEntries(names.map((name) => [name, query.getAll(name).at(-1) ?? ''])),
    multiValueQueryStringParameters: Object.fromEntries(names.map((name) => [name, query.getAll(name)])),
  };
};

/** Every value as a list of one. */
export const multiValue = (headers: Record<string, string>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
