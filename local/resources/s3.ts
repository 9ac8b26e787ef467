import { resolve } from 'node:path';
import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';
import type { StackContext } from '../deploy/stack-context.ts';
import type { BucketEvent } from '../s3/buckets.ts';
import { objectEvent } from '../s3/object-event.ts';

/** `Metadata: { Readout: { Folder: sql } }`: on one machine the bucket is this folder of the project. */
const folderOf = (metadata: Record<string, unknown>): string | undefined =>
  (metadata.Readout as { Folder?: string } | undefined)?.Folder;

export const bucket = resourceType(
  z.strictObject({
    BucketName: z.string().optional(),
    VersioningConfiguration: z.strictObject({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
    NotificationConfiguration: z
      .strictObject({ EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: z.boolean() }) })
      .optional(),
    PublicAccessBlockConfiguration: withoutEffect,
    BucketEncryption: withoutEffect,
    LifecycleConfiguration: withoutEffect,
  }),
  async ({ id, properties, metadata }, context) => {
    const { account, projectDir, region, services, stackName } = context;
    const name = properties.BucketName ?? `${stackName}-${id.toLowerCase()}-${account}`;
    const folder = folderOf(metadata);
    const told = properties.NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled;
    services.s3.createBucket({
      name,
      ...(folder && { folder: resolve(projectDir, folder), keepsFiles: true }),
      versioned: properties.VersioningConfiguration?.Status === 'Enabled',
      ...(told && !folder && { notify: toEventBridge(context) }),
    });
    if (told && folder) await services.s3.watch(name, toEventBridge(context));
    return {
      ref: name,
      attributes: { Arn: `arn:aws:s3:::${name}`, RegionalDomainName: `${name}.s3.${region}.amazonaws.com` },
    };
  },
);

const toEventBridge =
  ({ account, region, services }: StackContext) =>
  (event: BucketEvent): void =>
    services.eventBridge.publish(objectEvent(event, { account, region, at: new Date() }));

export const bucketPolicy = resourceType(
  z.strictObject({ Bucket: z.string(), PolicyDocument: withoutEffect }),
  ({ properties }) => ({ ref: properties.Bucket }),
);
