import type { ServiceRequest } from './service.ts';

/** A page of another site that has its name lead here (DNS rebinding) does not get mail and rows to read. */
export const isFromHere = ({ headers: { host = '' } }: Pick<ServiceRequest, 'headers'>): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
