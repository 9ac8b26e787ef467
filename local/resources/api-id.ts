import { createHash } from 'node:crypto';

/** An API's id: ten letters and digits as API Gateway gives, the same at every start. */
export const apiId = (logicalId: string): string =>
  BigInt(`0x${createHash('sha256').update(logicalId).digest('hex')}`)
    .toString(36)
    .slice(0, 10);
