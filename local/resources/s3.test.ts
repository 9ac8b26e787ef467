import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { deploy } from '../deploy/deploy.ts';
import type { StackContext } from '../deploy/stack-context.ts';
import type { BusEvent } from '../event-bridge/index.ts';
import { serve } from '../protocol/test-server.ts';
import { createS3 } from '../s3/index.ts';
import { systemClock } from '../service.ts';
import { resourceTypes } from './index.ts';

it('tells the bus of objects in any bucket of the template that says so, and in no other', async () => {
  const stateDir = await mkdtemp(join(tmpdir(), 'readout-s3-'));
  const s3 = createS3({ stateDir, clock: systemClock, region: 'us-east-1' });
  const events: BusEvent[] = [];
  const services = { s3, eventBridge: { publish: (event: BusEvent) => void events.push(event) } };
  const context = {
    account: '000000000000',
    region: 'us-east-1',
    projectDir: '.',
    stackName: 'readout',
    services,
  };
  const NotificationConfiguration = { EventBridgeConfiguration: { EventBridgeEnabled: true } };
  const Resources = {
    Data: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'data', NotificationConfiguration } },
    Other: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'other' } },
  };
  const template = { Parameters: {}, Rules: {}, Conditions: {}, Globals: {}, Resources, Outputs: {} };
  await deploy(template, {
    parameters: {},
    types: resourceTypes,
    context: context as unknown as StackContext,
  });

  const server = await serve(s3);
  const client = new S3Client({
    endpoint: server.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const Bucket of ['other', 'data'])
    await client.send(new PutObjectCommand({ Bucket, Key: 'raw/sales/2026-01.csv', Body: 'a,b' }));
  expect(events).toMatchObject([
    {
      source: 'aws.s3',
      'detail-type': 'Object Created',
      resources: ['arn:aws:s3:::data'],
      detail: {
        bucket: { name: 'data' },
        object: { key: 'raw/sales/2026-01.csv', size: 3 },
        reason: 'PutObject',
      },
    },
  ]);
  client.destroy();
  await server.close();
  await rm(stateDir, { recursive: true });
});
