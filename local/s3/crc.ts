/** A reflected CRC whose 64-bit state is kept in two 32-bit halves; a 32-bit CRC leaves the high half at 0. */
interface Polynomial {
  high: number;
  low: number;
}

const crc32cPolynomial: Polynomial = { high: 0, low: 0x82f63b78 };
const crc64NvmePolynomial: Polynomial = { high: 0x9a6c9329, low: 0xac4bc9b5 };

const tableOf = ({ high, low }: Polynomial): { highs: Uint32Array; lows: Uint32Array } => {
  const highs = new Uint32Array(256);
  const lows = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let h = 0;
    let l = byte;
    for (let bit = 0; bit < 8; bit++) {
      const carry = l & 1;
      l = (l >>> 1) | ((h & 1) << 31);
      h >>>= 1;
      if (carry) {
        h ^= high;
        l ^= low;
      }
    }
    highs[byte] = h;
    lows[byte] = l;
  }
  return { highs, lows };
};

const run = (table: ReturnType<typeof tableOf>, highStart: number, data: Buffer): [number, number] => {
  let high = highStart;
  let low = 0xffffffff;
  for (const byte of data) {
    const index = (low ^ byte) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ (table.lows[index] as number);
    high = (high >>> 8) ^ (table.highs[index] as number);
  }
  return [high, low];
};

const crc32cTable = tableOf(crc32cPolynomial);
const crc64NvmeTable = tableOf(crc64NvmePolynomial);

/** CRC-32C (Castagnoli), 4 bytes big-endian. */
export const crc32c = (data: Buffer): Buffer => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(~run(crc32cTable, 0, data)[1] >>> 0);
  return sum;
};

/** CRC-64/NVME, 8 bytes big-endian: what the AWS CLI 2 sends by default. */
export const crc64Nvme = (data: Buffer): Buffer => {
  const [high, low] = run(crc64NvmeTable, 0xffffffff, data);
  const sum = Buffer.alloc(8);
  sum.writeUInt32BE(~high >>> 0, 0);
  sum.writeUInt32BE(~low >>> 0, 4);
  return sum;
};
