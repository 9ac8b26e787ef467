import { ServiceError } from '../../protocol/service-error.ts';

/** An input that the service refuses. */
export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message);

/** A statement or result that is not there. */
export const notFound = (message: string, ResourceId: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', message, 400, { ResourceId });

const idPattern = '^[a-z0-9]{8}(-[a-z0-9]{4}){3}-[a-z0-9]{12}(:\\d+)?$';

const patterns: Record<string, string> = {
  Id: idPattern,
  ClusterIdentifier: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  WorkgroupName:
    '^(([a-z0-9-]+)|(arn:[a-z0-9-]+:redshift-serverless:[a-z0-9-]+:\\d{12}:workgroup/[a-z0-9-]+))$',
};
const lengths: Record<string, [number, number]> = {
  ClusterIdentifier: [1, 63],
  WorkgroupName: [3, 128],
  ClientToken: [1, 64],
  StatementName: [0, 2048],
};
const ranges: Record<string, [number, number]> = {
  SessionKeepAliveSeconds: [0, 86400],
  WaitTimeSeconds: [1, 30],
  MaxResults: [0, 1000],
};

/**
 * Checks the members that have a pattern, a length or a range, in the order of the tables above.
 * @throws ServiceError ValidationException; the wording of lengths and ranges is not documented
 */
export const checkShapes = (input: object): void => {
  const given = new Map(Object.entries(input).filter(([, value]) => value !== undefined && value !== null));
  for (const [member, pattern] of Object.entries(patterns)) {
    const value = given.get(member);
    if (value !== undefined && !new RegExp(pattern).test(String(value))) {
      const name = `${member[0]?.toLowerCase()}${member.slice(1)}`;
      throw validation(`${name} must satisfy regex pattern: ${pattern}`);
    }
  }
  for (const [member, [least, most]] of Object.entries(lengths)) {
    const value = given.get(member);
    const length = String(value).length;
    if (value !== undefined && (typeof value !== 'string' || length < least || length > most)) {
      throw validation(`${member} must have length between ${least} and ${most}.`);
    }
  }
  for (const [member, [least, most]] of Object.entries(ranges)) {
    const value = given.get(member);
    if (
      value !== undefined &&
      !(Number.isInteger(value) && Number(value) >= least && Number(value) <= most)
    ) {
      throw validation(`${member} must be between ${least} and ${most}.`);
    }
  }
};

/** A member that an operation cannot do without. */
export const required = <T>(value: T | undefined | null, member: string): T => {
  if (value === undefined || value === null || value === '') throw validation(`${member} is required.`);
  return value;
};
