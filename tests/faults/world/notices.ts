import type { Service } from '../../../local/service.ts';

/** Topics to which nobody listens. */
export const createNotices = (): Service => ({
  name: 'sns',
  handle: async () => ({
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body:
      '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>' +
      '<MessageId>simulated</MessageId></PublishResult></PublishResponse>',
  }),
});
