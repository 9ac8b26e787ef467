import { z } from 'zod';

/** S3's word, over EventBridge, of an object that was written or deleted. */
export const ObjectEvent = z.object({
  id: z.string(),
  source: z.literal('aws.s3'),
  'detail-type': z.enum(['Object Created', 'Object Deleted']),
  detail: z.object({ object: z.object({ key: z.string() }) }),
});
