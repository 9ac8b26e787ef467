import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  DescribeUserPoolClientCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListUserPoolsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { UserPoolClientParameters, UserPoolParameters } from './index.ts';
import { email, password, startPool, type TestPool } from './test-pool.ts';

describe('the state folder', () => {
  let pool: TestPool;

  beforeEach(async () => {
    pool = await startPool();
  });

  afterEach(() => pool.remove());

  const restart = async () => {
    await pool.stop();
    pool = await startPool({ stateDir: pool.stateDir });
  };

  it('brings back ids, users, groups, keys and sign-ins', async () => {
    const { UserPoolId, ClientId } = pool;
    expect(UserPoolId).toMatch(/^us-east-1_[A-Za-z0-9]{9}$/);
    expect(ClientId).toMatch(/^[a-z0-9]{26}$/);
    await pool.cognito.createGroup({ userPoolId: UserPoolId, groupName: 'analysts' });
    const { AccessToken, RefreshToken } = await pool.signedIn(['analysts']);
    const keys = pool.cognito.jwks(UserPoolId);
    await restart();
    expect([pool.UserPoolId, pool.ClientId]).toEqual([UserPoolId, ClientId]);
    expect(pool.cognito.jwks(UserPoolId)).toEqual(keys);
    await pool.sdk.send(new GetUserCommand({ AccessToken }));
    const AuthParameters = { REFRESH_TOKEN: RefreshToken };
    const refresh = new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN', AuthParameters });
    const { AuthenticationResult } = await pool.sdk.send(refresh);
    expect(Buffer.from(AuthenticationResult?.IdToken?.split('.')[1] ?? '', 'base64url').toString()).toContain(
      '"cognito:groups":["analysts"]',
    );
    await pool.signIn();
  });

  it('holds no password, no refresh token and no half-written file', async () => {
    const { RefreshToken } = await pool.signedIn();
    await Promise.all([pool.signIn(), pool.signIn(), pool.signIn()]);
    await pool.stop();
    const files = await readdir(pool.stateDir);
    expect(files).toEqual(['UserPool.json']);
    const text = await readFile(join(pool.stateDir, 'UserPool.json'), 'utf8');
    expect(JSON.parse(text).signIns).toHaveLength(4);
    expect(text).toContain(email);
    expect(text).not.toContain(password);
    expect(text).not.toContain(RefreshToken);
    pool = await startPool({ stateDir: pool.stateDir });
  });

  it('shows only what the template still has', async () => {
    const second = { logicalId: 'Second', name: 'second', usernameConfiguration: { CaseSensitive: false } };
    await pool.cognito.createUserPool(second);
    const client = { logicalId: 'SecondClient', userPoolId: pool.UserPoolId };
    const { id } = await pool.cognito.createUserPoolClient(client);
    await restart();
    const { UserPools } = await pool.sdk.send(new ListUserPoolsCommand({ MaxResults: 10 }));
    expect(UserPools?.map(({ Name }) => Name)).toEqual(['readers']);
    const describe = new DescribeUserPoolClientCommand({ UserPoolId: pool.UserPoolId, ClientId: id });
    await expect(pool.sdk.send(describe)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(pool.cognito.createUserPoolClient(client)).resolves.toMatchObject({ id });
  });

  it('takes the password policy of the template of the day', async () => {
    await pool.stop();
    const policies = { PasswordPolicy: { MinimumLength: 20 } };
    pool = await startPool({ stateDir: pool.stateDir, pool: { policies } });
    const user = { userPoolId: pool.UserPoolId, email };
    await expect(pool.cognito.ensureUser({ ...user, password })).rejects.toThrow('Password not long enough');
    await pool.cognito.ensureUser({ ...user, password: 'only lower case letters' });
  });
});

describe('a deployment', () => {
  let pool: TestPool;

  beforeAll(async () => {
    pool = await startPool();
  });

  afterAll(() => pool.remove());

  it('puts the ready-made user right whatever became of it', async () => {
    const user = { userPoolId: pool.UserPoolId, email, password };
    const { sub } = await pool.cognito.ensureUser({ ...user, password: 'Other-horse-9' });
    await expect(pool.cognito.ensureUser(user)).resolves.toEqual({ sub });
    await pool.signIn();
  });

  it('puts the ready-made user into these groups and no others, and makes those that are missing', async () => {
    const { UserPoolId, cognito, sdk } = pool;
    const user = { userPoolId: UserPoolId, email, password };
    const groupsOf = async () => {
      const { Groups } = await sdk.send(new AdminListGroupsForUserCommand({ UserPoolId, Username: email }));
      return Groups?.map(({ GroupName }) => GroupName);
    };
    await cognito.createGroup({
      userPoolId: UserPoolId,
      groupName: 'analysts',
      description: 'From the template',
    });
    await cognito.ensureUser({ ...user, groups: ['analysts', 'operators'] });
    expect(await groupsOf()).toEqual(['analysts', 'operators']);
    await sdk.send(
      new AdminRemoveUserFromGroupCommand({ UserPoolId, Username: email, GroupName: 'analysts' }),
    );
    await cognito.ensureUser({ ...user, groups: ['analysts'] });
    expect(await groupsOf()).toEqual(['analysts']);
    await cognito.ensureUser(user);
    expect(await groupsOf()).toEqual(['analysts']);
    await cognito.ensureUser({ ...user, groups: [] });
    expect(await groupsOf()).toEqual([]);
  });

  it.each<[string, Partial<UserPoolParameters>]>([
    ['UsernameAttributes', { usernameAttributes: ['phone_number'] }],
    ['AutoVerifiedAttributes', { autoVerifiedAttributes: ['phone_number'] }],
    ['UsernameConfiguration.CaseSensitive', { usernameConfiguration: undefined }],
    ['MfaConfiguration', { mfaConfiguration: 'ON' }],
    ['PasswordHistorySize', { policies: { PasswordPolicy: { PasswordHistorySize: 3 } } }],
    ['confirmation by link', { verificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_LINK' } }],
    ['Schema types', { schema: [{ Name: 'born', AttributeDataType: 'DateTime' }] }],
    ['LambdaConfig', { lambdaConfig: {} } as object],
  ])('says that a pool is not emulated with %s', async (words, change) => {
    const parameters = {
      logicalId: 'Other',
      name: 'other',
      usernameConfiguration: { CaseSensitive: false },
      ...change,
    };
    await expect(pool.cognito.createUserPool(parameters)).rejects.toMatchObject({
      name: 'NotEmulated',
      message: expect.stringMatching(`^not emulated: AWS::Cognito::UserPool .*${words}`),
    });
  });

  it.each<[string, Partial<UserPoolClientParameters>, string]>([
    ['a flow', { explicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] }, 'ExplicitAuthFlows ALLOW_CUSTOM_AUTH'],
    ['a property', { allowedOAuthFlows: ['code'] } as object, 'AllowedOAuthFlows'],
    [
      'too short a lifetime',
      { accessTokenValidity: 1, tokenValidityUnits: { AccessToken: 'minutes' } },
      'AccessTokenValidity must be 300',
    ],
    ['too long a lifetime', { idTokenValidity: 25 }, 'IdTokenValidity must be 300 to 86400'],
  ])('refuses a client with %s', async (_name, change, words) => {
    const parameters = { logicalId: 'Other', userPoolId: pool.UserPoolId, ...change };
    await expect(pool.cognito.createUserPoolClient(parameters)).rejects.toThrow(words);
  });
});
