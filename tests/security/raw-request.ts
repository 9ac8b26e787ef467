import { request } from 'node:http';
import { stack } from '../support/stack.ts';

export interface RawAnswer {
  status: number;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  body: any;
}

export interface RawRequest {
  token?: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

/** A request of the REST API whose path goes out as it is: fetch would resolve `..` and drop what it thinks odd. */
export const rawRequest = (
  method: string,
  path: string,
  { token, body, headers = {} }: RawRequest = {},
): Promise<RawAnswer> => {
  const { hostname, port, pathname } = new URL(stack.rest);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        method,
        hostname,
        port,
        path: `${pathname}${path}`,
        headers: { ...(token !== undefined && { authorization: token }), ...headers },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, text, body: jsonOf(text) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** As encodeURIComponent, and what that refuses (half of a surrogate pair) as U+FFFD. */
export const encoded = (text: string): string => encodeURIComponent(Buffer.from(text).toString());
