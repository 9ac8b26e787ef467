import { ServiceError } from '../../protocol/service-error.ts';
import { decided } from '../decisions.ts';
import { type MemberType, members, typeOf } from './members.ts';

/**
 * The members that an operation knows, each of its JSON type; a null is as good as none.
 * @throws ServiceError SerializationException for a member of another type
 */
export const readInput = (operation: string, body: unknown): object => {
  if (!isObject(body)) throw unfit(body, 'a Structure');
  const known = (members[operation] ?? [])
    .filter((name) => Object.hasOwn(body, name) && body[name] !== null)
    .map((name) => [name, readers[typeOf(name)](body[name])] as const);
  return Object.fromEntries(known);
};

const readers: Record<MemberType, (value: unknown) => unknown> = {
  String: (value) => (typeof value === 'string' ? value : refuse(value, 'a String')),
  Boolean: (value) => (typeof value === 'boolean' ? value : refuse(value, 'a Boolean')),
  Integer: (value) =>
    typeof value === 'number' && Number.isInteger(value) ? value : refuse(value, 'an Integer'),
  Strings: (value) => list(value).map(readString),
  Parameters: (value) => list(value).map(readParameter),
};

const readString = (value: unknown): unknown => readers.String(value);

const readParameter = (value: unknown): object => {
  if (!isObject(value)) throw unfit(value, 'a Structure');
  const member = (name: string) => (value[name] == null ? undefined : readers.String(value[name]));
  return { name: member('name'), value: member('value') };
};

const list = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw unfit(value, 'a List');
  return value;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refuse = (value: unknown, type: string): never => {
  throw unfit(value, type);
};

const unfit = (value: unknown, type: string): ServiceError =>
  new ServiceError('SerializationException', decided('wrongType', nameOf(value), type));

const nameOf = (value: unknown): string => {
  if (value === null) return 'NULL';
  if (Array.isArray(value)) return 'LIST';
  if (typeof value === 'boolean') return String(value).toUpperCase();
  return typeof value === 'object' ? 'STRUCTURE' : (typeof value).toUpperCase();
};
