import {
  AdminCreateUserCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { email, password, startPool, type TestPool } from './test-pool.ts';

describe('a forgotten password', () => {
  let pool: TestPool;

  afterEach(() => pool.remove());

  const second = 'Second-horse-2';
  const makeUser = () => pool.cognito.ensureUser({ userPoolId: pool.UserPoolId, email, password });
  const forgot = (Username = email) =>
    pool.sdk.send(new ForgotPasswordCommand({ ClientId: pool.ClientId, Username }));
  const confirm = (ConfirmationCode = '', Password = second, Username = email) =>
    pool.sdk.send(
      new ConfirmForgotPasswordCommand({ ClientId: pool.ClientId, Username, ConfirmationCode, Password }),
    );

  describe('of a client that hides who has an account', () => {
    beforeEach(async () => {
      pool = await startPool();
      await makeUser();
    });

    it('is replaced with the mailed code, once', async () => {
      await expect(forgot('ADA@example.com')).resolves.toMatchObject({
        CodeDeliveryDetails: { Destination: 'A***@e***', AttributeName: 'email' },
      });
      expect(pool.mails).toMatchObject([{ to: email, body: `Your password reset code is ${pool.code()}` }]);
      await confirm(pool.code());
      await pool.signIn(second);
      await expect(pool.signIn(password)).rejects.toThrow('Incorrect username or password.');
      await expect(confirm(pool.code())).rejects.toMatchObject({ name: 'ExpiredCodeException' });
    });

    it('keeps the code usable when the new password is refused', async () => {
      await forgot();
      await expect(confirm(pool.code(), 'weak')).rejects.toMatchObject({ name: 'InvalidPasswordException' });
      await confirm(pool.code());
    });

    it('has a code for one hour', async () => {
      await forgot();
      pool.clock.advance({ hours: 1 });
      await expect(confirm(pool.code())).rejects.toMatchObject({ name: 'ExpiredCodeException' });
    });

    it('can be asked about five times an hour', async () => {
      for (let attempt = 1; attempt <= 5; attempt++) await forgot();
      await expect(forgot()).rejects.toMatchObject({ name: 'LimitExceededException' });
      pool.clock.advance({ hours: 1 });
      await forgot();
    });

    it('sends nothing to someone unknown, and says nothing of it', async () => {
      await expect(forgot('nobody@example.com')).resolves.toMatchObject({
        CodeDeliveryDetails: { Destination: 'n***@e***' },
      });
      expect(pool.mails).toEqual([]);
      await expect(confirm('123456', second, 'nobody@example.com')).rejects.toMatchObject({
        name: 'CodeMismatchException',
      });
    });

    it('of an invited user is for the administrator', async () => {
      const verified = [{ Name: 'email_verified', Value: 'true' }];
      const invited = { Username: 'new@example.com', UserAttributes: verified };
      await pool.sdk.send(new AdminCreateUserCommand({ UserPoolId: pool.UserPoolId, ...invited }));
      await expect(forgot('new@example.com')).rejects.toThrow(
        'User password cannot be reset in the current state.',
      );
    });
  });

  it('is not recovered through an address that nobody verified', async () => {
    pool = await startPool({ client: { preventUserExistenceErrors: 'LEGACY' } });
    await expect(forgot()).rejects.toMatchObject({ name: 'UserNotFoundException' });
    await expect(confirm('123456')).rejects.toMatchObject({ name: 'UserNotFoundException' });
    await pool.sdk.send(new SignUpCommand({ ClientId: pool.ClientId, Username: email, Password: password }));
    await expect(forgot()).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Cannot reset password for the user as there is no registered/verified email or phone_number',
    });
  });

  it('is for administrators where the template says so', async () => {
    const accountRecoverySetting = { RecoveryMechanisms: [{ Name: 'admin_only' as const, Priority: 1 }] };
    pool = await startPool({ pool: { accountRecoverySetting } });
    await makeUser();
    await expect(forgot()).rejects.toThrow('Contact administrator to reset password.');
  });
});
