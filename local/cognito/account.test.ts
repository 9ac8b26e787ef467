import {
  ChangePasswordCommand,
  DeleteUserCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { email, password, startPool, type TestPool } from './test-pool.ts';

describe("a user's own account", () => {
  let pool: TestPool;
  let AccessToken: string;

  const begin = async (parameters: Parameters<typeof startPool>[0] = {}) => {
    pool = await startPool(parameters);
    ({ AccessToken } = await pool.signedIn());
  };

  afterEach(() => pool.remove());

  const attributes = async () => {
    const { UserAttributes = [] } = await pool.sdk.send(new GetUserCommand({ AccessToken }));
    return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
  };
  const update = (Name: string, Value: string) =>
    pool.sdk.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name, Value }] }));
  const verify = (Code = '') =>
    pool.sdk.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code }));
  const change = (PreviousPassword: string, ProposedPassword: string) =>
    pool.sdk.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }));

  it('changes its password, with the old one', async () => {
    await begin();
    await expect(change('Wrong-horse-1', 'Second-horse-2')).rejects.toThrow(
      'Incorrect username or password.',
    );
    await expect(change(password, 'weak')).rejects.toMatchObject({ name: 'InvalidPasswordException' });
    await change(password, 'Second-horse-2');
    await pool.signIn('Second-horse-2');
    await expect(pool.signIn(password)).rejects.toThrow('Incorrect username or password.');
  });

  it('guesses its password five times an hour at most', async () => {
    await begin();
    for (let attempt = 1; attempt <= 5; attempt++)
      await expect(change('Wrong-horse-1', 'Second-horse-2')).rejects.toThrow('Incorrect');
    await expect(change(password, 'Second-horse-2')).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
  });

  it('changes its address at once, unverified until the mailed code comes back', async () => {
    await begin();
    const { CodeDeliveryDetailsList } = await update('email', 'new@example.com');
    expect(CodeDeliveryDetailsList).toMatchObject([{ Destination: 'n***@e***' }]);
    expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'false' });
    expect(pool.mails).toMatchObject([{ to: 'new@example.com' }]);
    await verify(pool.code());
    expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'true' });
  });

  it('keeps its address until the new one is verified where the template says so', async () => {
    await begin({
      pool: { userAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } },
    });
    await update('email', 'new@example.com');
    expect(await attributes()).toMatchObject({ email, email_verified: 'true' });
    await pool.sdk.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: 'email' }));
    expect(pool.mails.map(({ to }) => to)).toEqual(['new@example.com', 'new@example.com']);
    await verify(pool.code());
    expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'true' });
  });

  it("cannot take another user's address", async () => {
    await begin();
    await pool.cognito.ensureUser({ userPoolId: pool.UserPoolId, email: 'eve@example.com', password });
    await expect(update('email', 'EVE@example.com')).rejects.toMatchObject({ name: 'AliasExistsException' });
    expect(await attributes()).toMatchObject({ email });
  });

  it('changes what the schema lets it', async () => {
    const limited = { MinLength: '2', MaxLength: '5' };
    await begin({
      pool: {
        schema: [
          { Name: 'team', AttributeDataType: 'String', Mutable: true, StringAttributeConstraints: limited },
          { Name: 'tenant', AttributeDataType: 'String', Mutable: false },
          {
            Name: 'level',
            AttributeDataType: 'Number',
            Mutable: true,
            NumberAttributeConstraints: { MaxValue: '3' },
          },
        ],
      },
    });
    await update('custom:team', 'north');
    await update('custom:level', '3');
    await expect(update('custom:team', 'northern')).rejects.toThrow('no longer than 5');
    await expect(update('custom:team', 'n')).rejects.toThrow('no shorter than 2');
    await expect(update('custom:level', '4')).rejects.toThrow('Number is out of its range');
    await expect(update('custom:tenant', 'acme')).rejects.toThrow(
      'user.custom:tenant: Attribute cannot be updated.',
    );
    await expect(update('sub', 'eve')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect(await attributes()).toMatchObject({ 'custom:team': 'north', 'custom:level': '3' });
  });

  it('ends when its user deletes it', async () => {
    await begin();
    await pool.sdk.send(new DeleteUserCommand({ AccessToken }));
    await expect(pool.sdk.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
    await expect(pool.signIn()).rejects.toThrow('Incorrect username or password.');
  });
});
