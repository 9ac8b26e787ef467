import {
  AdminAddUserToGroupCommand,
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CreateGroupCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListGroupsCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { email, password, startPool, type TestPool } from './test-pool.ts';

describe('an administrator', () => {
  let pool: TestPool;

  beforeEach(async () => {
    pool = await startPool();
  });

  afterEach(() => pool.remove());

  const user = () => ({ UserPoolId: pool.UserPoolId, Username: email });
  const get = () => pool.sdk.send(new AdminGetUserCommand(user()));
  const begin = (PASSWORD: string) =>
    pool.sdk.send(
      new InitiateAuthCommand({
        ClientId: pool.ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD },
      }),
    );
  const choose = (Session: string | undefined, NEW_PASSWORD: string) =>
    pool.sdk.send(
      new RespondToAuthChallengeCommand({
        ClientId: pool.ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session,
        ChallengeResponses: { USERNAME: email, NEW_PASSWORD },
      }),
    );

  it('invites a user, who must choose a password within seven days', async () => {
    await pool.sdk.send(new AdminCreateUserCommand(user()));
    expect(pool.mails).toMatchObject([
      { to: email, body: `Your username is ${email} and temporary password is ${pool.code()}.` },
    ]);
    await expect(get()).resolves.toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD' });
    const { ChallengeName, Session, ChallengeParameters } = await begin(pool.code() ?? '');
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    expect(JSON.parse(ChallengeParameters?.userAttributes ?? '')).toMatchObject({ email });
    pool.clock.advance({ minutes: 3 });
    await expect(choose(Session, password)).rejects.toThrow('Invalid session for the user.');

    pool.clock.advance({ days: 7 });
    await expect(begin(pool.code() ?? '')).rejects.toThrow(
      'Temporary password has expired and must be reset by an administrator.',
    );
    await pool.sdk.send(new AdminCreateUserCommand({ ...user(), MessageAction: 'RESEND' }));
    expect(pool.mails).toHaveLength(2);
    const again = await begin(pool.code() ?? '');
    await expect(choose(again.Session, password)).resolves.toHaveProperty('AuthenticationResult.IdToken');
    await expect(choose(again.Session, password)).rejects.toThrow('Invalid session for the user.');
    await expect(
      pool.sdk.send(new AdminCreateUserCommand({ ...user(), MessageAction: 'RESEND' })),
    ).rejects.toMatchObject({ name: 'UnsupportedUserStateException' });
  });

  it('makes a user with a password of choice and no message', async () => {
    const silent = { ...user(), TemporaryPassword: password, MessageAction: 'SUPPRESS' as const };
    await pool.sdk.send(new AdminCreateUserCommand(silent));
    expect(pool.mails).toEqual([]);
    await expect(begin(password)).resolves.toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    await expect(pool.sdk.send(new AdminCreateUserCommand(silent))).rejects.toMatchObject({
      name: 'UsernameExistsException',
    });
  });

  it('sets passwords, for good or until the next sign-in', async () => {
    await pool.signedIn();
    const set = (Password: string, Permanent: boolean) =>
      pool.sdk.send(new AdminSetUserPasswordCommand({ ...user(), Password, Permanent }));
    await set('Second-horse-2', true);
    await pool.signIn('Second-horse-2');
    await set('Third-horse-3', false);
    await expect(begin('Third-horse-3')).resolves.toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    await expect(set('weak', true)).rejects.toMatchObject({ name: 'InvalidPasswordException' });
  });

  it('confirms a user who signed up, without verifying the address', async () => {
    await pool.sdk.send(new SignUpCommand({ ClientId: pool.ClientId, Username: email, Password: password }));
    await pool.sdk.send(new AdminConfirmSignUpCommand(user()));
    await pool.signIn();
    const { UserAttributes } = await get();
    expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' });
    await expect(pool.sdk.send(new AdminConfirmSignUpCommand(user()))).rejects.toThrow(
      'User cannot be confirmed. Current status is CONFIRMED',
    );
  });

  it('signs a user out everywhere', async () => {
    const { AccessToken } = await pool.signedIn();
    await pool.sdk.send(new AdminUserGlobalSignOutCommand(user()));
    await expect(pool.sdk.send(new GetUserCommand({ AccessToken }))).rejects.toThrow(
      'Access Token has been revoked',
    );
  });

  it('keeps groups', async () => {
    const { UserPoolId } = pool;
    await pool.signedIn();
    await pool.cognito.createGroup({ userPoolId: UserPoolId, groupName: 'analysts', description: 'old' });
    await pool.cognito.createGroup({
      userPoolId: UserPoolId,
      groupName: 'analysts',
      description: 'Read reports',
    });
    const editors = { UserPoolId, GroupName: 'editors' };
    await pool.sdk.send(new CreateGroupCommand({ ...editors, Description: 'Write reports' }));
    await expect(pool.sdk.send(new CreateGroupCommand(editors))).rejects.toMatchObject({
      name: 'GroupExistsException',
    });
    const { Groups } = await pool.sdk.send(new ListGroupsCommand({ UserPoolId }));
    expect(Groups).toMatchObject([
      { GroupName: 'analysts', Description: 'Read reports', UserPoolId },
      { GroupName: 'editors', Description: 'Write reports', CreationDate: expect.any(Date) },
    ]);
    await pool.sdk.send(new AdminAddUserToGroupCommand({ ...user(), GroupName: 'editors' }));
    await pool.sdk.send(new AdminAddUserToGroupCommand({ ...user(), GroupName: 'analysts' }));
    await pool.sdk.send(new AdminRemoveUserFromGroupCommand({ ...user(), GroupName: 'analysts' }));
    const joined = await pool.sdk.send(new AdminListGroupsForUserCommand(user()));
    expect(joined.Groups).toMatchObject([{ GroupName: 'editors' }]);
    const members = new ListUsersInGroupCommand({ UserPoolId: pool.UserPoolId, GroupName: 'editors' });
    expect((await pool.sdk.send(members)).Users).toMatchObject([
      { Enabled: true, UserStatus: expect.any(String) },
    ]);
    await expect(
      pool.sdk.send(new AdminAddUserToGroupCommand({ ...user(), GroupName: 'nobody' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException', message: 'Group not found.' });
  });

  it('lists users by filter and by page', async () => {
    const { UserPoolId } = pool;
    for (const name of ['ann', 'bob', 'ben'])
      await pool.cognito.ensureUser({ userPoolId: UserPoolId, email: `${name}@example.com`, password });
    const list = async (input: object) => {
      const { Users = [], PaginationToken } = await pool.sdk.send(
        new ListUsersCommand({ UserPoolId, ...input }),
      );
      const found = Users.map(
        ({ Attributes = [] }) => Attributes.find(({ Name }) => Name === 'email')?.Value,
      );
      return { found, PaginationToken };
    };
    expect((await list({ Filter: 'email = "BOB@example.com"' })).found).toEqual(['bob@example.com']);
    expect((await list({ Filter: 'email ^= "b"' })).found).toEqual(['bob@example.com', 'ben@example.com']);
    expect((await list({ Filter: 'cognito:user_status = "CONFIRMED"' })).found).toHaveLength(3);
    expect((await list({ Filter: 'cognito:user_status = "UNCONFIRMED"' })).found).toEqual([]);
    const first = await list({ Limit: 2 });
    expect(first.found).toEqual(['ann@example.com', 'bob@example.com']);
    const rest = await list({ Limit: 2, PaginationToken: first.PaginationToken });
    expect(rest).toEqual({ found: ['ben@example.com'], PaginationToken: undefined });
    const invalid = { name: 'InvalidParameterException' };
    await expect(list({ Filter: 'shoe_size = "9"' })).rejects.toMatchObject(invalid);
    await expect(list({ PaginationToken: 'made-up' })).rejects.toMatchObject(invalid);
    await expect(list({ Limit: 61 })).rejects.toMatchObject(invalid);
    const [only] =
      (await pool.sdk.send(new ListUsersCommand({ UserPoolId, AttributesToGet: ['email'] }))).Users ?? [];
    expect(only?.Attributes).toEqual([{ Name: 'email', Value: 'ann@example.com' }]);
  });

  it('sees pools and clients', async () => {
    const { UserPoolId, ClientId } = pool;
    const pools = await pool.sdk.send(new ListUserPoolsCommand({ MaxResults: 10 }));
    expect(pools.UserPools).toMatchObject([
      { Id: UserPoolId, Name: 'readers', CreationDate: expect.any(Date) },
    ]);
    const { UserPool } = await pool.sdk.send(new DescribeUserPoolCommand({ UserPoolId }));
    expect(UserPool).toMatchObject({
      Arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${UserPoolId}`,
      UsernameAttributes: ['email'],
      Policies: { PasswordPolicy: { MinimumLength: 8, RequireSymbols: true } },
    });
    const clients = await pool.sdk.send(new ListUserPoolClientsCommand({ UserPoolId }));
    expect(clients.UserPoolClients).toEqual([{ ClientId, ClientName: 'page', UserPoolId }]);
    const { UserPoolClient } = await pool.sdk.send(
      new DescribeUserPoolClientCommand({ UserPoolId, ClientId }),
    );
    expect(UserPoolClient).toMatchObject({
      ClientId,
      ExplicitAuthFlows: expect.arrayContaining(['ALLOW_USER_SRP_AUTH']),
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
    });
  });

  it.each([
    [
      'a pool',
      () => new DescribeUserPoolCommand({ UserPoolId: 'us-east-1_Unknown00' }),
      'User pool us-east-1_Unknown00 does not exist.',
    ],
    [
      'a client',
      () => new SignUpCommand({ ClientId: 'unknown', Username: email, Password: password }),
      'User pool client unknown does not exist.',
    ],
  ])('asks in vain for %s that does not exist', async (_name, command, message) => {
    await expect(pool.sdk.send(command() as DescribeUserPoolCommand)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message,
    });
  });

  it('asks in vain for a user who does not exist', async () => {
    await expect(get()).rejects.toMatchObject({
      name: 'UserNotFoundException',
      message: 'User does not exist.',
    });
  });

  it('is told what is not emulated: an operation, a member', async () => {
    await expect(pool.sdk.send(new AdminDisableUserCommand(user()))).rejects.toThrow(
      'not emulated: AWSCognitoIdentityProviderService.AdminDisableUser',
    );
    await expect(
      pool.sdk.send(
        new CreateGroupCommand({
          UserPoolId: pool.UserPoolId,
          GroupName: 'g',
          RoleArn: 'arn:aws:iam::1:role/r',
        }),
      ),
    ).rejects.toThrow('not emulated: the request member RoleArn');
  });

  it('is told of members that are absent or of the wrong type', async () => {
    const send = async (body: unknown) => {
      const target = 'AWSCognitoIdentityProviderService.AdminGetUser';
      const response = await fetch(pool.endpoint, {
        method: 'POST',
        headers: { 'x-amz-target': target },
        body: JSON.stringify(body),
      });
      return response.json();
    };
    expect(await send({})).toMatchObject({
      __type: 'InvalidParameterException',
      message:
        "2 validation errors detected: Value at 'userPoolId' failed to satisfy constraint: Member must not be null; " +
        "Value at 'username' failed to satisfy constraint: Member must not be null",
    });
    expect(await send({ ...user(), Username: ['a'] })).toMatchObject({ __type: 'SerializationException' });
    expect(await send(['a'])).toMatchObject({ __type: 'SerializationException' });
  });
});
