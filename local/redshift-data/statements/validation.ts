import { ServiceError } from '../../protocol/service-error.ts';
import { decided } from '../decisions.ts';

/** An input that the service refuses. */
export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message);

/** A statement or result that is not there. */
export const notFound = (message: string, ResourceId: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', message, 400, { ResourceId });

const uuid = '[a-z0-9]{8}(-[a-z0-9]{4}){3}-[a-z0-9]{12}';
const workgroupArn =
  'arn:aws[a-z-]*:redshift-serverless:[a-z]+(-[a-z]+)+-\\d+:\\d{12}:workgroup/[a-z0-9-]+(/[a-z0-9-]+)?';

const patterns: Record<string, string> = {
  Id: `^${uuid}(:\\d+)?$`,
  SessionId: `^${uuid}(:\\d+)?$`,
  ClusterIdentifier: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  WorkgroupName: `^(([a-z0-9-]{3,63})|(${workgroupArn}))$`,
};
const lengths: Record<string, [number, number]> = {
  ClusterIdentifier: [1, 63],
  WorkgroupName: [3, 128],
  ClientToken: [1, 64],
  StatementName: [0, 2048],
  Sqls: [1, 40],
};
const ranges: Record<string, [number, number]> = {
  SessionKeepAliveSeconds: [0, 86400],
  WaitTimeSeconds: [1, 30],
};
const choices: Record<string, string[]> = {
  ResultFormat: ['JSON', 'CSV'],
  ExecutionMode: ['TRANSACTION', 'AUTO_COMMIT'],
};

/** What one operation allows for a member that others allow differently. */
export interface Limits {
  mostResults?: number;
  statuses?: string[];
}

/**
 * Checks the members that have a length, a pattern, a range or an enumeration, in this order.
 * @throws ServiceError ValidationException
 */
export const checkShapes = (input: object, { mostResults = 1000, statuses = [] }: Limits = {}): void => {
  const given = new Map<string, unknown>(Object.entries(input).filter(([, value]) => value !== undefined));
  for (const [member, [least, most]] of Object.entries(lengths)) {
    const { length } = (given.get(member) as string | unknown[] | undefined) ?? { length: least };
    if (length < least || length > most) throw validation(decided('length', member, least, most));
  }
  for (const [member, pattern] of Object.entries(patterns)) {
    const value = given.get(member);
    if (typeof value === 'string' && !new RegExp(pattern).test(value)) throw notLike(member, pattern);
  }
  if (given.has('Parameters') && (given.get('Parameters') as unknown[]).length === 0) {
    throw validation(decided('empty', 'Parameters'));
  }
  const bounds = { ...ranges, MaxResults: [0, mostResults] as const };
  for (const [member, [least, most]] of Object.entries(bounds)) {
    const value = given.get(member);
    if (typeof value === 'number' && (value < least || value > most)) {
      throw validation(decided('range', member, least, most));
    }
  }
  for (const [member, values] of Object.entries({ ...choices, Status: statuses })) {
    const value = given.get(member);
    if (typeof value === 'string' && !values.includes(value)) {
      throw validation(decided('choice', member, values.join(', ')));
    }
  }
};

/** `id must satisfy …`: the service writes a member with a small first letter here. */
export const notLike = (member: string, pattern: string): ServiceError =>
  validation(`${member[0]?.toLowerCase()}${member.slice(1)} must satisfy regex pattern: ${pattern}`);

/** A member that an operation cannot do without. */
export const required = <T>(value: T | undefined, member: string): T => {
  if (value === undefined || value === '') throw validation(decided('required', member));
  return value;
};
