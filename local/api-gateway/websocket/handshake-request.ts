import type { IncomingMessage } from 'node:http';
import { domainName, multiValue, queryParameters } from '../request-facts.ts';

/** What a handshake carries into the events of its connection. */
export interface HandshakeRequest {
  /** Names as the client wrote them. */
  headers: Record<string, string>;
  query: URLSearchParams;
  identity: { sourceIp: string; userAgent?: string };
}

export const readHandshake = (request: IncomingMessage, apiId: string, region: string): HandshakeRequest => {
  const headers: Record<string, string> = {};
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    headers[request.rawHeaders[at] ?? ''] = request.rawHeaders[at + 1] ?? '';
  }
  const host = Object.keys(headers).find((name) => name.toLowerCase() === 'host') ?? 'Host';
  const sourceIp = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1';
  const forwarded = { 'X-Forwarded-For': sourceIp, 'X-Forwarded-Port': '443', 'X-Forwarded-Proto': 'https' };
  return {
    headers: { ...headers, [host]: domainName(apiId, region), ...forwarded },
    query: new URL(request.url ?? '/', 'http://localhost').searchParams,
    identity: { sourceIp, userAgent: request.headers['user-agent'] },
  };
};

/** Headers and query as the $connect event and the authorizer's event carry them; no query, no members for it. */
export const handshakeMembers = ({ headers, query }: HandshakeRequest): object => {
  const { queryStringParameters, multiValueQueryStringParameters } = queryParameters(query);
  return {
    headers,
    multiValueHeaders: multiValue(headers),
    ...(queryStringParameters && { queryStringParameters, multiValueQueryStringParameters }),
  };
};

/** The value of `route.request.querystring.<name>` or `route.request.header.<name>`. Throws on any other source. */
export const identityValue = (source: string, { headers, query }: HandshakeRequest): string | undefined => {
  const [, kind, name = ''] = /^route\.request\.(querystring|header)\.(.+)$/.exec(source) ?? [];
  if (kind === 'querystring') return query.get(name) ?? undefined;
  if (kind !== 'header') throw new Error(`not emulated: identity source ${source}`);
  return Object.entries(headers).find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1];
};
