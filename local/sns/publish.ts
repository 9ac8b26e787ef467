import { notEmulated, ServiceError } from '../protocol/service-error.ts';
import { protocols } from './topics.ts';

/** A message as its subscribers get it. */
export interface Message {
  id: string;
  topicArn: string;
  subject?: string;
  /** The text for a protocol. */
  textFor(protocol: string): string;
  attributes: Record<string, { Type: string; Value: string }>;
  /** ISO 8601. */
  at: string;
}

const known =
  /^(Action|Version|TopicArn|Subject|Message|MessageStructure|MessageAttributes\.entry\.\d+\..+)$/;

/** Reads Publish. @throws ServiceError InvalidParameter, or NotEmulated for what is not known */
export const parsePublish = (input: URLSearchParams, { id, at }: { id: string; at: string }): Message => {
  const strange = [...input.keys()].find((name) => !known.test(name));
  if (strange) throw notEmulated(`SNS Publish with ${strange}`);
  const message = input.get('Message') ?? '';
  const subject = input.get('Subject') ?? undefined;
  if (!message) throw invalid('Empty message');
  if (Buffer.byteLength(message) > 262_144) throw invalid('Message too long');
  // Amazon SNS API Reference, Publish: ASCII, no line breaks, fewer than 100 characters.
  if (subject !== undefined && !/^[\x20-\x7e]{1,99}$/.test(subject)) throw invalid('Subject');
  return {
    id,
    at,
    topicArn: input.get('TopicArn') ?? '',
    ...(subject !== undefined && { subject }),
    textFor: textsOf(message, input.get('MessageStructure')),
    attributes: attributesOf(input),
  };
};

/** `MessageStructure: json` has a text for each protocol. */
const textsOf = (message: string, structure: string | null): Message['textFor'] => {
  if (structure === null) return () => message;
  if (structure !== 'json') throw invalid('MessageStructure');
  const texts = parse(message);
  const common = texts.default;
  if (typeof common !== 'string') throw invalid('Message Structure - No default entry in JSON message body');
  return (protocol) => {
    const own = protocols.includes(protocol as never) ? texts[protocol] : undefined;
    return typeof own === 'string' ? own : common;
  };
};

const parse = (message: string): Record<string, unknown> => {
  try {
    return Object(JSON.parse(message));
  } catch {
    throw invalid('Message Structure - JSON message body failed to parse');
  }
};

/** `MessageAttributes.entry.1.Name`, `.Value.DataType`, `.Value.StringValue` or `.Value.BinaryValue`. */
const attributesOf = (input: URLSearchParams): Message['attributes'] => {
  const attributes: Message['attributes'] = {};
  for (let entry = 1; ; entry += 1) {
    const field = (name: string) => input.get(`MessageAttributes.entry.${entry}.${name}`);
    const name = field('Name');
    if (name === null) return attributes;
    const Value = field('Value.StringValue') ?? field('Value.BinaryValue');
    if (Value === null)
      throw invalid(`The message attribute '${name}' must contain non-empty message attribute value`);
    attributes[name] = { Type: field('Value.DataType') ?? 'String', Value };
  }
};

const invalid = (what: string): ServiceError =>
  new ServiceError('InvalidParameter', `Invalid parameter: ${what}`);
