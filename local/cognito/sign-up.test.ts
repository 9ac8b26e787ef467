import {
  ConfirmSignUpCommand,
  ListUsersCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  type SignUpCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { email, password, startPool, type TestPool } from './test-pool.ts';

describe('signing up', () => {
  let pool: TestPool;

  afterEach(() => pool.remove());

  const signUp = (change: Partial<SignUpCommandInput> = {}) =>
    pool.sdk.send(
      new SignUpCommand({ ClientId: pool.ClientId, Username: email, Password: password, ...change }),
    );
  const confirm = (ConfirmationCode = '', Username = email) =>
    pool.sdk.send(new ConfirmSignUpCommand({ ClientId: pool.ClientId, Username, ConfirmationCode }));
  const resend = (Username = email) =>
    pool.sdk.send(new ResendConfirmationCodeCommand({ ClientId: pool.ClientId, Username }));
  const users = async () =>
    (await pool.sdk.send(new ListUsersCommand({ UserPoolId: pool.UserPoolId }))).Users;
  const wrong = (code = '') => (code === '000000' ? '000001' : '000000');

  describe('in a pool whose user names are addresses', () => {
    beforeEach(async () => {
      pool = await startPool({ pool: { schema: [{ Name: 'team', AttributeDataType: 'String' }] } });
    });

    it('mails a code and makes a user whose name is the sub', async () => {
      const { UserSub, UserConfirmed, CodeDeliveryDetails } = await signUp();
      expect(UserConfirmed).toBe(false);
      expect(CodeDeliveryDetails).toEqual({
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: 'A***@e***',
      });
      expect(pool.mails).toEqual([
        {
          to: email,
          subject: 'Your verification code',
          body: `Your confirmation code is ${pool.code()}`,
          code: expect.stringMatching(/^\d{6}$/),
        },
      ]);
      expect(await users()).toMatchObject([{ Username: UserSub, UserStatus: 'UNCONFIRMED', Enabled: true }]);
      await confirm(pool.code());
      expect(await users()).toMatchObject([
        {
          UserStatus: 'CONFIRMED',
          Attributes: expect.arrayContaining([{ Name: 'email_verified', Value: 'true' }]),
        },
      ]);
    });

    it.each([
      ['Sh0rt!', 'Password not long enough'],
      ['UPPERCASE-1', 'Password must have lowercase characters'],
      ['lowercase-1', 'Password must have uppercase characters'],
      ['Nonumbers-!', 'Password must have numeric characters'],
      ['Nosymbols1', 'Password must have symbol characters'],
    ])('refuses the password %s', async (Password, reason) => {
      await expect(signUp({ Password })).rejects.toMatchObject({
        name: 'InvalidPasswordException',
        message: `Password did not conform with policy: ${reason}`,
      });
      expect(await users()).toEqual([]);
      expect(pool.mails).toEqual([]);
    });

    it.each<[string, Partial<SignUpCommandInput>, string]>([
      ['a password that ends in a space', { Password: 'Correct-horse-1 ' }, 'regular expression pattern'],
      ['a user name that is no address', { Username: 'ada' }, 'Username should be an email.'],
      [
        'another address as attribute',
        { UserAttributes: [{ Name: 'email', Value: 'eve@example.com' }] },
        'must be the address that is the user name',
      ],
      [
        'an attribute that the schema does not have',
        { UserAttributes: [{ Name: 'custom:pet', Value: 'cat' }] },
        'Type for attribute {custom:pet} could not be determined',
      ],
      ['no password', { Password: undefined }, "Value at 'password' failed to satisfy constraint"],
    ])('refuses %s', async (_name, change, message) => {
      await expect(signUp(change)).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: expect.stringContaining(message),
      });
      expect(await users()).toEqual([]);
    });

    it('lets nobody verify an own address', async () => {
      const UserAttributes = [{ Name: 'email_verified', Value: 'true' }];
      await expect(signUp({ UserAttributes })).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    });

    it('keeps attributes of the schema', async () => {
      await signUp({ UserAttributes: [{ Name: 'custom:team', Value: 'north' }] });
      const [user] = (await users()) ?? [];
      expect(user?.Attributes).toContainEqual({ Name: 'custom:team', Value: 'north' });
    });

    it('refuses an address that is taken, in any letter case', async () => {
      await signUp();
      await expect(signUp({ Username: 'ADA@EXAMPLE.COM' })).rejects.toMatchObject({
        name: 'UsernameExistsException',
        message: 'An account with the given email already exists.',
      });
    });

    it('takes a code for 24 hours', async () => {
      await signUp();
      pool.clock.advance({ hours: 24 });
      await expect(confirm(pool.code())).rejects.toMatchObject({
        name: 'ExpiredCodeException',
        message: 'Invalid code provided, please request a code again.',
      });
      await resend();
      pool.clock.advance({ hours: 23 });
      await confirm(pool.code());
    });

    it('refuses a wrong code, and after five every code for an hour', async () => {
      await signUp();
      for (let attempt = 1; attempt <= 5; attempt++) {
        await expect(confirm(wrong(pool.code()))).rejects.toMatchObject({
          name: 'CodeMismatchException',
          message: 'Invalid verification code provided, please try again.',
        });
      }
      await expect(confirm(pool.code())).rejects.toMatchObject({
        name: 'LimitExceededException',
        message: 'Attempt limit exceeded, please try after some time.',
      });
      pool.clock.advance({ hours: 1 });
      await confirm(pool.code());
    });

    it('sends at most five further codes in an hour', async () => {
      await signUp();
      for (let attempt = 1; attempt <= 5; attempt++) await resend();
      await expect(resend()).rejects.toMatchObject({ name: 'LimitExceededException' });
      expect(pool.mails).toHaveLength(6);
    });

    it('refuses to confirm twice', async () => {
      await signUp();
      await confirm(pool.code());
      await expect(confirm(pool.code())).rejects.toMatchObject({
        name: 'NotAuthorizedException',
        message: 'User cannot be confirmed. Current status is CONFIRMED',
      });
      await expect(resend()).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: 'User is already confirmed.',
      });
    });

    it('does not tell that nobody has an address', async () => {
      await expect(confirm('123456', 'nobody@example.com')).rejects.toMatchObject({
        name: 'ExpiredCodeException',
      });
      await expect(resend('nobody@example.com')).resolves.toMatchObject({
        CodeDeliveryDetails: { Destination: 'n***@e***' },
      });
      expect(pool.mails).toEqual([]);
    });
  });

  it('tells that nobody has an address where the client is LEGACY', async () => {
    pool = await startPool({ client: { preventUserExistenceErrors: 'LEGACY' } });
    const unknown = { name: 'UserNotFoundException', message: 'Username/client id combination not found.' };
    await expect(confirm('123456')).rejects.toMatchObject(unknown);
    await expect(resend()).rejects.toMatchObject(unknown);
  });

  it("mails the template's own words", async () => {
    pool = await startPool({
      pool: {
        verificationMessageTemplate: { EmailSubject: 'Welcome', EmailMessage: 'Type {####} to begin.' },
      },
    });
    await signUp();
    expect(pool.mails).toMatchObject([{ subject: 'Welcome', body: `Type ${pool.code()} to begin.` }]);
  });

  it('is closed where only administrators make users', async () => {
    pool = await startPool({ pool: { adminCreateUserConfig: { AllowAdminCreateUserOnly: true } } });
    await expect(signUp()).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'SignUp is not permitted for this user pool',
    });
  });

  it('takes only what the client may write', async () => {
    const schema = [{ Name: 'tenant', AttributeDataType: 'String' as const, Mutable: true }];
    pool = await startPool({ pool: { schema }, client: { writeAttributes: ['email'] } });
    await expect(
      signUp({ UserAttributes: [{ Name: 'custom:tenant', Value: 'another' }] }),
    ).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'A client attempted to write unauthorized attribute',
    });
    await signUp({ UserAttributes: [{ Name: 'email', Value: email }] });
  });

  it('asks for attributes that the schema requires', async () => {
    pool = await startPool({ pool: { schema: [{ Name: 'family_name', Required: true }] } });
    await expect(signUp()).rejects.toMatchObject({
      message: 'Attributes did not conform to the schema: family_name: The attribute family_name is required',
    });
    await signUp({ UserAttributes: [{ Name: 'family_name', Value: 'Lovelace' }] });
  });

  it('keeps chosen user names apart from addresses where the pool has no username attributes', async () => {
    pool = await startPool({ pool: { usernameAttributes: undefined } });
    await signUp({ Username: 'ada', UserAttributes: [{ Name: 'email', Value: email }] });
    expect(pool.mails).toMatchObject([{ to: email }]);
    expect(await users()).toMatchObject([{ Username: 'ada' }]);
    await expect(signUp({ Username: 'Ada' })).rejects.toMatchObject({ message: 'User already exists' });
  });
});
