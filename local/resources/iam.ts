import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';

// Rights are not enforced on one machine, but roles are told apart: the Data API shows a statement only to its own.

export const role = resourceType(
  z.strictObject({
    RoleName: z.string().optional(),
    AssumeRolePolicyDocument: withoutEffect,
    ManagedPolicyArns: withoutEffect,
    Policies: withoutEffect,
  }),
  ({ id, properties }, { account, stackName }) => {
    const name = properties.RoleName ?? `${stackName}-${id}`;
    return { ref: name, attributes: { Arn: roleArn(account, name) } };
  },
);

export const managedPolicy = resourceType(
  z.strictObject({ PolicyDocument: withoutEffect, Roles: withoutEffect }),
  ({ id }, { account, stackName }) => ({ ref: `arn:aws:iam::${account}:policy/${stackName}-${id}` }),
);

export const rolePolicy = resourceType(
  z.strictObject({ PolicyName: z.string(), RoleName: z.string(), PolicyDocument: withoutEffect }),
  ({ properties }) => ({ ref: properties.PolicyName }),
);

export const roleArn = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;
