import { createHash } from 'node:crypto';
import { notEmulated } from '../protocol/service-error.ts';

/** A message attribute in the JSON protocol; binary values are base64. */
export interface MessageAttribute {
  DataType: string;
  StringValue?: string;
  BinaryValue?: string;
}

export type MessageAttributes = Record<string, MessageAttribute>;

/**
 * The digest by which SDKs check attributes: for each, by name, the lengths and bytes of name and type, a byte for the
 * transport type, and the value (Amazon SQS Developer Guide, "Calculating the MD5 message digest").
 */
export const md5OfAttributes = (attributes: MessageAttributes): string | undefined => {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) {
    const { DataType, StringValue, BinaryValue } = attributes[name] as MessageAttribute;
    if (StringValue === undefined && BinaryValue === undefined)
      throw notEmulated(`SQS message attribute ${name} without a string or binary value`);
    hash.update(withLength(name)).update(withLength(DataType));
    if (StringValue !== undefined) hash.update(Buffer.from([1])).update(withLength(StringValue));
    else hash.update(Buffer.from([2])).update(withLength(Buffer.from(BinaryValue ?? '', 'base64')));
  }
  return hash.digest('hex');
};

const withLength = (value: string | Buffer): Buffer => {
  const bytes = Buffer.from(value as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/** Those that a receiver asked for: `All`, a name, or a prefix as `name.*`. */
export const selectAttributes = (attributes: MessageAttributes, wanted: string[]): MessageAttributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) =>
      wanted.some(
        (want) =>
          want === 'All' || want === name || (want.endsWith('.*') && name.startsWith(want.slice(0, -2))),
      ),
    ),
  );
