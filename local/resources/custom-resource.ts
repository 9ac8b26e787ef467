import { z } from 'zod';
import { resourceType } from '../deploy/resource-type.ts';

/** CloudFormation hands every scalar to a custom resource as a string. */
const asStrings = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asStrings);
  if (value === null || typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asStrings(item)]));
};

export const customResource = resourceType(
  z.looseObject({ ServiceToken: z.string(), ServiceTimeout: z.number().optional() }),
  async ({ id, type, properties }, { customResources, hostNames }) => {
    const { ServiceToken, ServiceTimeout = 3600, ...own } = properties;
    const answer = await customResources.apply({
      id,
      type,
      serviceToken: ServiceToken,
      timeoutSeconds: ServiceTimeout,
      properties: hostNames.localise(asStrings(own)) as Record<string, unknown>,
    });
    return { ref: answer.PhysicalResourceId, attributes: answer.Data ?? {} };
  },
);
