import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';

export const namespace = resourceType(
  z.strictObject({
    NamespaceName: z.string(),
    DbName: z.string(),
    IamRoles: withoutEffect,
    DefaultIamRoleArn: withoutEffect,
  }),
  ({ properties: { NamespaceName, DbName } }, { warehouses }) => {
    warehouses.addNamespace(NamespaceName, DbName);
    return { ref: NamespaceName };
  },
);

export const workgroup = resourceType(
  z.strictObject({
    WorkgroupName: z.string(),
    NamespaceName: z.string(),
    BaseCapacity: withoutEffect,
    PubliclyAccessible: withoutEffect,
  }),
  ({ properties: { WorkgroupName, NamespaceName } }, { warehouses }) => {
    warehouses.addWorkgroup(WorkgroupName, NamespaceName);
    return { ref: WorkgroupName };
  },
);
