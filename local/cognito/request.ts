import { notEmulated, ServiceError } from '../protocol/service-error.ts';
import { invalidParameter } from './errors.ts';

type Present<T, K extends keyof T> = Omit<T, K> & { [Name in K]-?: NonNullable<T[Name]> };

/** Read by Lambda triggers, threat protection and Pinpoint only, none of which a pool has here. */
const withoutEffect = ['AnalyticsMetadata', 'ClientMetadata', 'UserContextData', 'ValidationData'];

/** Members that are no strings. */
const types: Record<string, 'array' | 'boolean' | 'number' | 'object'> = {
  AttributesToGet: 'array',
  AuthParameters: 'object',
  ChallengeResponses: 'object',
  DesiredDeliveryMediums: 'array',
  ForceAliasCreation: 'boolean',
  Limit: 'number',
  MaxResults: 'number',
  Permanent: 'boolean',
  Precedence: 'number',
  UserAttributes: 'array',
};

/**
 * The request with its `required` members present. A missing one is refused as the service does; a member that is
 * neither required nor `optional` is one that this emulator would have to ignore, and so is an error that names it.
 */
export const parse = <T extends object, K extends keyof T & string>(
  input: T,
  required: readonly K[],
  optional: readonly (keyof T & string)[] = [],
): Present<T, K> => {
  if (typeOf(input) !== 'object') throw wrongType('The request', 'object');
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  const missing = required.filter((name) => !given.some(([member]) => member === name));
  if (missing.length > 0) throw absent(missing);
  for (const [name, value] of given) {
    if (withoutEffect.includes(name)) continue;
    if (![...required, ...optional].includes(name as K)) throw notEmulated(`the request member ${name}`);
    const type = types[name] ?? 'string';
    if (typeOf(value) !== type) throw wrongType(name, type);
  }
  return Object.fromEntries(given) as Present<T, K>;
};

/** A text of a map such as `AuthParameters`. @throws InvalidParameterException without it */
export const parameter = (map: Record<string, string> | undefined, name: string): string => {
  const value = map?.[name];
  if (typeof value !== 'string' || value === '') throw invalidParameter(`Missing required parameter ${name}`);
  return value;
};

/** `Value at 'clientId' failed to satisfy constraint: …`, the words of every AWS validation error. */
export const violation = (name: string, constraint: string): string =>
  `Value at '${name[0]?.toLowerCase()}${name.slice(1)}' failed to satisfy constraint: ${constraint}`;

const absent = (names: string[]) => {
  const reasons = names.map((name) => violation(name, 'Member must not be null'));
  const count = `${names.length} validation error${names.length > 1 ? 's' : ''} detected`;
  return invalidParameter(`${count}: ${reasons.join('; ')}`);
};

const wrongType = (name: string, type: string) =>
  new ServiceError('SerializationException', `${name} must be of type ${type}.`);

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};
