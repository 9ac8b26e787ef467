import { z } from 'zod';
import { resourceType } from '../deploy/resource-type.ts';

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const indexes = z
  .array(
    z.strictObject({
      IndexName: z.string(),
      KeySchema: keySchema,
      Projection: z.strictObject({
        ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
        NonKeyAttributes: z.array(z.string()).optional(),
      }),
    }),
  )
  .optional();

export const table = resourceType(
  z.strictObject({
    TableName: z.string().optional(),
    BillingMode: z.enum(['PAY_PER_REQUEST', 'PROVISIONED']).optional(),
    AttributeDefinitions: z.array(
      z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
    ),
    KeySchema: keySchema,
    GlobalSecondaryIndexes: indexes,
    LocalSecondaryIndexes: indexes,
    TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  }),
  async ({ id, properties }, { stackName, services }) => {
    const TableName = properties.TableName ?? `${stackName}-${id}`;
    const { name, arn } = await services.dynamodb.createTable({ ...properties, TableName });
    return { ref: name, attributes: { Arn: arn } };
  },
);
