import { z } from 'zod';
import { resourceType } from '../deploy/resource-type.ts';

export const parameter = resourceType(
  z.strictObject({
    Name: z.string(),
    Type: z.enum(['String', 'StringList']),
    Value: z.string(),
    Description: z.string().optional(),
  }),
  async ({ properties: { Name, Type, Value } }, { hostNames, services }) => {
    const value = hostNames.localise(Value);
    await services.ssm.putParameter({ name: Name, type: Type, value });
    return { ref: Name, attributes: { Type, Value: value } };
  },
);
