import type { ServiceResponse } from '../../service.ts';
import { isBinary } from './binary.ts';
import { GatewayFault } from './gateway-response.ts';

/** Headers that API Gateway keeps for itself: dropped, or passed on under another name. */
const dropped = new Set(['content-length', 'transfer-encoding', 'connection']);
const remapped = new Set(['date', 'host', 'server', 'www-authenticate']);

interface ProxyAnswer {
  statusCode: number | string;
  headers?: Record<string, string | number | boolean>;
  multiValueHeaders?: Record<string, (string | number | boolean)[]>;
  body?: string | null;
  isBase64Encoded?: boolean;
}

/**
 * What a proxied function answered, as HTTP.
 * @throws GatewayFault DEFAULT_5XX (502) for what is not a proxy response
 */
export const proxyResponse = (
  answer: unknown,
  { accept, binaryMediaTypes }: { accept?: string; binaryMediaTypes: string[] },
): ServiceResponse => {
  if (!isProxyAnswer(answer)) throw new GatewayFault('DEFAULT_5XX');
  // Without a binary media type that the client accepts, base64 goes out as the text it is.
  const decodes = answer.isBase64Encoded === true && isBinary(binaryMediaTypes, accept ?? '*/*');
  return {
    status: Number(answer.statusCode),
    headers: { 'content-type': 'application/json', ...headersOf(answer) },
    body: decodes ? Buffer.from(answer.body ?? '', 'base64') : (answer.body ?? ''),
  };
};

const isProxyAnswer = (answer: unknown): answer is ProxyAnswer => {
  const { statusCode, headers, multiValueHeaders, body } = (answer ?? {}) as Record<string, unknown>;
  return (
    /^[1-5]\d\d$/.test(String(statusCode)) &&
    isAbsentOr('object', headers) &&
    isAbsentOr('object', multiValueHeaders) &&
    isAbsentOr('string', body)
  );
};

const isAbsentOr = (type: 'object' | 'string', value: unknown): boolean =>
  value === undefined || value === null || typeof value === type;

const headersOf = ({ headers, multiValueHeaders }: ProxyAnswer): Record<string, string> => {
  const result: Record<string, string> = {};
  const joined = Object.entries(multiValueHeaders ?? {}).map(([name, values]) => [name, values.join(', ')]);
  for (const [name = '', value] of [...Object.entries(headers ?? {}), ...joined]) {
    const lower = String(name).toLowerCase();
    if (dropped.has(lower)) continue;
    result[remapped.has(lower) ? `x-amzn-remapped-${lower}` : lower] = String(value);
  }
  return result;
};
