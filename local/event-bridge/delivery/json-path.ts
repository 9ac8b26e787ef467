import { ServiceError } from '../../protocol/service-error.ts';

/** A value at `$`, `$.detail.rows`, `$.resources[0]` or `$.detail['a.b']`; undefined when it is not there. */
export const atPath = (event: unknown, path: string): unknown => {
  let value: unknown = event;
  for (const step of stepsOf(path)) value = Object(value)[step];
  return value;
};

/** Checks a path without an event. */
export const stepsOf = (path: string): string[] => {
  if (!/^\$(\.[\w-]+|\['[^']+'\]|\[\d+\])*$/.test(path)) {
    throw new ServiceError('ValidationException', `Invalid InputPath: ${path}`);
  }
  return [...path.matchAll(/\.([\w-]+)|\['([^']+)'\]|\[(\d+)\]/g)].map(
    ([, name, quoted, index]) => (name ?? quoted ?? index) as string,
  );
};
