/**
 * Watches a client's bytes for WebSocket frames with more than `limit` bytes of payload, which `ws` does not limit.
 * @returns takes the bytes in any pieces
 */
export const frameMeter = (limit: number, onTooLong: () => void): ((chunk: Buffer) => void) => {
  let header: number[] = [];
  let payloadLeft = 0;
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (payloadLeft > 0) {
        const skipped = Math.min(payloadLeft, chunk.length - at);
        payloadLeft -= skipped;
        at += skipped;
        continue;
      }
      header.push(chunk[at] ?? 0);
      at += 1;
      const length = payloadLength(header);
      if (length === undefined) continue;
      header = [];
      payloadLeft = length;
      if (length > limit) onTooLong();
    }
  };
};

/** Length of the payload once the header is complete (RFC 6455, 5.2). */
const payloadLength = (header: number[]): number | undefined => {
  const [, second] = header;
  if (second === undefined) return undefined;
  const short = second & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskBytes = second & 0x80 ? 4 : 0;
  if (header.length < 2 + lengthBytes + maskBytes) return undefined;
  if (lengthBytes === 0) return short;
  return header.slice(2, 2 + lengthBytes).reduce((length, byte) => length * 256 + byte, 0);
};
