import type { Service } from '../../../local/service.ts';

/** Mail that goes nowhere. */
export const createMail = (): Service => ({
  name: 'ses',
  handle: async () => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ MessageId: 'simulated' }),
  }),
});
