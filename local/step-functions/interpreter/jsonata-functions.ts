import { createHash } from 'node:crypto';
import jsonata from 'jsonata';

/** What the functions need from outside. */
export interface FunctionSources {
  now(): Date;
  random(): number;
  newId(): string;
}

const hashes = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

const fromMillis = jsonata('$fromMillis($millis, $picture, $zone)');

/**
 * The functions that Step Functions adds to JSONata, and `$eval`, which it takes away; `$now` and `$millis` follow the
 * injected clock. https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export const awsFunctions = ({ now, random, newId }: FunctionSources): Record<string, unknown> => ({
  partition,
  range,
  hash: (text?: string, algorithm = 'SHA-256') =>
    text === undefined ? undefined : createHash(hashName(algorithm)).update(text).digest('hex'),
  random: (seed?: number) => (seed === undefined ? random() : seeded(seed)),
  uuid: () => newId(),
  parse: (text?: string) => (text === undefined ? undefined : JSON.parse(text)),
  eval: undefined,
  millis: () => now().getTime(),
  now: (picture?: string, zone?: string) =>
    fromMillis.evaluate({}, { millis: now().getTime(), picture, zone }),
});

const partition = (items: unknown, size: number): unknown[][] | undefined => {
  if (items === undefined) return undefined;
  if (!Number.isInteger(size) || size < 1) throw new Error('$partition: the size must be a positive integer');
  const list = Array.isArray(items) ? [...items] : [items];
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) =>
    list.slice(part * size, (part + 1) * size),
  );
};

const range = (first: number, last: number, step: number): number[] => {
  if (!step || !Number.isFinite(step)) throw new Error('$range: the step must be a number other than 0');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > 1000) throw new Error('$range: more than 1000 items');
  return Array.from({ length }, (_, index) => first + index * step);
};

const hashName = (algorithm: string): string => {
  const name = hashes.get(algorithm);
  if (!name)
    throw new Error(`$hash: unknown algorithm ${algorithm}; known are ${[...hashes.keys()].join(', ')}`);
  return name;
};

/** Mulberry32's first number in [0, 1): the same seed gives the same number, though not the one AWS gives. */
const seeded = (seed: number): number => {
  const start = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(start ^ (start >>> 15), 1 | start);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
