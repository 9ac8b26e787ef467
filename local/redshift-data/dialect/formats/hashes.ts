import { createHash } from 'node:crypto';
import { formNotEmulated } from '../../sql/redshift-error.ts';

const castagnoli = 0x82f63b78;

/** CRC-32C as 8 hexadecimal digits. */
export const crc32 = (text: string): string => {
  let remainder = 0xffffffff;
  for (const byte of Buffer.from(text)) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (castagnoli & -(remainder & 1));
  }
  return ((remainder ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
};

/** '' for a number of bits that the function does not have. */
export const sha2 = (text: string, bits: number): string => {
  const size = bits === 0 ? 256 : bits;
  return [224, 256, 384, 512].includes(size) ? createHash(`sha${size}`).update(text).digest('hex') : '';
};

const bytesOf: Record<string, (text: string) => Buffer> = {
  VARCHAR: (text) => Buffer.from(text),
  BOOLEAN: (text) => Buffer.from([text === 'true' ? 1 : 0]),
  SMALLINT: (text) => Buffer.from(Int16Array.of(Number(text)).buffer),
  INTEGER: (text) => Buffer.from(Int32Array.of(Number(text)).buffer),
  BIGINT: (text) => Buffer.from(BigInt64Array.of(BigInt(text)).buffer),
  FLOAT: (text) => Buffer.from(Float32Array.of(Number(text)).buffer),
  DOUBLE: (text) => Buffer.from(Float64Array.of(Number(text)).buffer),
};

/** FNV-1a of 64 bits over the bytes of a value, given as text with the engine's name of its type. */
export const fnvHash = (text: string, type: string, seed: bigint): bigint => {
  const bytes = bytesOf[type]?.(text);
  if (!bytes) throw formNotEmulated(`FNV_HASH of ${type}`);
  let hash = BigInt.asUintN(64, seed);
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return BigInt.asIntN(64, hash);
};

/** The signed form of FNV's offset. */
export const fnvSeed = BigInt.asIntN(64, 0xcbf29ce484222325n);

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

/** STRTOL: the integer that a text is in a base from 2 to 36. */
export const strtol = (text: string, base: number): bigint => {
  const [, sign, prefix = '', number = ''] = /^\s*([+-]?)(0x)?(.*)$/is.exec(text) ?? [];
  const end = number.indexOf('\0');
  const spelt = (base === 16 ? '' : prefix) + (end < 0 ? number : number.slice(0, end));
  let value = 0n;
  for (const character of spelt.toLowerCase()) {
    const digit = digits.indexOf(character);
    if (digit < 0 || digit >= base)
      throw new Error(`The input ${text} is not valid to be converted to base ${base}`);
    value = value * BigInt(base) + BigInt(digit);
  }
  return sign === '-' ? -value : value;
};
