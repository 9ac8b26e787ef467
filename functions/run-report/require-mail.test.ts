import { ada } from '@readout/runtime/testing/examples.ts';
import { requireMail } from './require-mail.ts';

it('lets a verified address be written to', () => {
  expect(() => requireMail({ ...ada, claims: { email_verified: 'true' } }, true)).not.toThrow();
});

it.each([
  ['there is no sender', ada, false, 'sends no e-mail'],
  ['the address is not verified', { ...ada, claims: { email_verified: 'false' } }, true, 'is not verified'],
  ['there is no address', { ...ada, email: '' }, true, 'is not verified'],
])('refuses when %s', (_case, caller, canMail, message) => {
  expect(() => requireMail(caller, canMail)).toThrow(
    expect.objectContaining({
      name: 'InvalidInput',
      field: 'email',
      message: expect.stringContaining(message),
    }),
  );
});
