import { s3Error } from './errors.ts';

export interface DecodedBody {
  content: Buffer;
  /** Trailing headers, lower-case names: the checksum the client computed while it sent. */
  trailers: Record<string, string>;
}

/**
 * Unwraps `aws-chunked` content: `<hex length>[;chunk-signature=…]CRLF<data>CRLF`, an empty chunk, then trailers
 * (Amazon S3 API Reference, "Transferring payload in multiple chunks"). Throws IncompleteBody.
 */
export const decodeAwsChunked = (body: Buffer): DecodedBody => {
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', position);
    const size = lineEnd < 0 ? undefined : chunkSize(body.toString('latin1', position, lineEnd));
    if (size === undefined) throw s3Error('IncompleteBody');
    const start = lineEnd + 2;
    if (size === 0) return { content: Buffer.concat(chunks), trailers: parseTrailers(body.subarray(start)) };
    if (start + size > body.length) throw s3Error('IncompleteBody');
    chunks.push(body.subarray(start, start + size));
    position = start + size + 2;
  }
};

const chunkSize = (line: string): number | undefined => {
  const hex = line.split(';', 1)[0] ?? '';
  return /^[0-9a-f]+$/i.test(hex) ? Number.parseInt(hex, 16) : undefined;
};

const parseTrailers = (tail: Buffer): Record<string, string> =>
  Object.fromEntries(
    tail
      .toString('latin1')
      .split(/\r?\n/)
      .filter((line) => line.includes(':'))
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );
