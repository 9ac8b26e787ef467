import { randomUUID } from 'node:crypto';
import { type BusEvent, eventTime } from '../event-bridge/event.ts';
import type { BucketEvent } from './buckets.ts';

const REASONS: Record<BucketEvent['eventName'], string> = {
  'ObjectCreated:Put': 'PutObject',
  'ObjectCreated:Copy': 'CopyObject',
  'ObjectCreated:CompleteMultipartUpload': 'CompleteMultipartUpload',
  'ObjectRemoved:Delete': 'DeleteObject',
};

/** What S3 puts on the default bus. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
export const objectEvent = (
  { eventName, bucket, key, size, eTag }: BucketEvent,
  { account, region, at }: { account: string; region: string; at: Date },
): BusEvent => {
  const deleted = eventName === 'ObjectRemoved:Delete';
  const sequencer = at.getTime().toString(16).toUpperCase().padStart(16, '0');
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': deleted ? 'Object Deleted' : 'Object Created',
    source: 'aws.s3',
    account,
    time: eventTime(at),
    region,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, ...(!deleted && { size, etag: eTag }), sequencer },
      'request-id': randomUUID(),
      requester: account,
      'source-ip-address': '127.0.0.1',
      reason: REASONS[eventName],
      ...(deleted && { 'deletion-type': 'Permanently Deleted' }),
    },
  };
};
