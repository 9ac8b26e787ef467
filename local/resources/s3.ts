import { resolve } from 'node:path';
import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';

/** `Metadata: { Readout: { Folder: sql } }`: on one machine the bucket is this folder of the project. */
const folderOf = (metadata: Record<string, unknown>): string | undefined =>
  (metadata.Readout as { Folder?: string } | undefined)?.Folder;

export const bucket = resourceType(
  z.strictObject({
    BucketName: z.string().optional(),
    VersioningConfiguration: z.strictObject({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
    PublicAccessBlockConfiguration: withoutEffect,
    BucketEncryption: withoutEffect,
    LifecycleConfiguration: withoutEffect,
  }),
  ({ id, properties, metadata }, { account, projectDir, region, services, stackName }) => {
    const name = properties.BucketName ?? `${stackName}-${id.toLowerCase()}-${account}`;
    const folder = folderOf(metadata);
    services.s3.createBucket({
      name,
      ...(folder && { folder: resolve(projectDir, folder), keepsFiles: true }),
      versioned: properties.VersioningConfiguration?.Status === 'Enabled',
    });
    return {
      ref: name,
      attributes: { Arn: `arn:aws:s3:::${name}`, RegionalDomainName: `${name}.s3.${region}.amazonaws.com` },
    };
  },
);

export const bucketPolicy = resourceType(
  z.strictObject({ Bucket: z.string(), PolicyDocument: withoutEffect }),
  ({ properties }) => ({ ref: properties.Bucket }),
);
