import { createHmac } from 'node:crypto';
import {
  type AuthFlowType,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { email, password, startPool, type TestPool } from './test-pool.ts';

describe('signing in', () => {
  let pool: TestPool;

  afterEach(() => pool.remove());

  const initiate = (AuthFlow: AuthFlowType, AuthParameters: Record<string, string>) =>
    pool.sdk.send(new InitiateAuthCommand({ ClientId: pool.ClientId, AuthFlow, AuthParameters }));
  const makeUser = () => pool.cognito.ensureUser({ userPoolId: pool.UserPoolId, email, password });
  const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
  const exceeded = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };

  describe('with a client that allows passwords and SRP', () => {
    beforeEach(async () => {
      pool = await startPool();
    });

    it('locks out for 1 second after five wrong passwords, then twice as long each time', async () => {
      await makeUser();
      for (let attempt = 1; attempt <= 5; attempt++)
        await expect(pool.signIn('wrong')).rejects.toMatchObject(incorrect);
      await expect(pool.signIn()).rejects.toMatchObject(exceeded);
      const proof = { USERNAME: email, SRP_A: 'abc' };
      await expect(initiate('USER_SRP_AUTH', proof)).rejects.toMatchObject(exceeded);
      pool.clock.advance({ seconds: 1 });
      await expect(pool.signIn('wrong')).rejects.toMatchObject(incorrect);
      pool.clock.advance({ seconds: 1 });
      await expect(pool.signIn()).rejects.toMatchObject(exceeded);
      pool.clock.advance({ seconds: 1 });
      await pool.signIn();
      await expect(pool.signIn('wrong')).rejects.toMatchObject(incorrect);
      await pool.signIn();
    });

    it('forgets wrong passwords after 15 minutes', async () => {
      await makeUser();
      for (let attempt = 1; attempt <= 4; attempt++)
        await expect(pool.signIn('wrong')).rejects.toMatchObject(incorrect);
      pool.clock.advance({ minutes: 15 });
      await expect(pool.signIn('wrong')).rejects.toMatchObject(incorrect);
      await pool.signIn();
    });

    it('tells an unconfirmed user only after the right password', async () => {
      await pool.sdk.send(
        new SignUpCommand({ ClientId: pool.ClientId, Username: email, Password: password }),
      );
      await expect(pool.signIn('wrong')).rejects.toMatchObject(incorrect);
      await expect(pool.signIn()).rejects.toMatchObject({
        name: 'UserNotConfirmedException',
        message: 'User is not confirmed.',
      });
    });

    it('challenges a name that nobody has as it would a user, the same way each time', async () => {
      const parameters = { USERNAME: 'nobody@example.com', SRP_A: 'abc' };
      const first = await initiate('USER_SRP_AUTH', parameters);
      const second = await initiate('USER_SRP_AUTH', { ...parameters, USERNAME: 'NOBODY@example.com' });
      expect(first.ChallengeParameters).toMatchObject({
        SALT: expect.stringMatching(/^[0-9a-f]{32}$/),
        SRP_B: expect.stringMatching(/^[0-9a-f]{760,768}$/),
        USER_ID_FOR_SRP: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(second.ChallengeParameters?.SALT).toBe(first.ChallengeParameters?.SALT);
      expect(second.ChallengeParameters?.USER_ID_FOR_SRP).toBe(first.ChallengeParameters?.USER_ID_FOR_SRP);
      expect(second.ChallengeParameters?.SRP_B).not.toBe(first.ChallengeParameters?.SRP_B);
    });

    it.each([
      ['zero', '0'],
      ['no number', 'xyz'],
      ['nothing', ''],
    ])('refuses %s as the public value of a proof', async (_name, SRP_A) => {
      await makeUser();
      await expect(initiate('USER_SRP_AUTH', { USERNAME: email, SRP_A })).rejects.toMatchObject({
        name: 'InvalidParameterException',
      });
    });

    it.each([
      ['a made-up secret block', {}, 'NotAuthorizedException'],
      ['a malformed timestamp', { TIMESTAMP: '2026-01-01T00:00:00Z' }, 'InvalidParameterException'],
      ['no signature', { PASSWORD_CLAIM_SIGNATURE: '' }, 'InvalidParameterException'],
    ])('refuses a proof with %s', async (_name, change, name) => {
      const [day, date, month, year, time] = pool.clock.now().toUTCString().split(/[ ,]+/);
      const ChallengeResponses = {
        USERNAME: email,
        PASSWORD_CLAIM_SECRET_BLOCK: 'bWFkZSB1cA==',
        PASSWORD_CLAIM_SIGNATURE: 'bWFkZSB1cA==',
        TIMESTAMP: `${day} ${month} ${Number(date)} ${time} UTC ${year}`,
        ...change,
      };
      const answer = new RespondToAuthChallengeCommand({
        ClientId: pool.ClientId,
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses,
      });
      await expect(pool.sdk.send(answer)).rejects.toMatchObject({ name });
    });

    it.each(['CUSTOM_AUTH', 'USER_AUTH'] as const)('says that %s is not emulated', async (flow) => {
      await expect(initiate(flow, { USERNAME: email })).rejects.toMatchObject({
        name: 'NotEmulated',
        message: `not emulated: InitiateAuth with AuthFlow ${flow}`,
      });
    });
  });

  it('allows what the client allows', async () => {
    pool = await startPool({ client: { explicitAuthFlows: undefined } });
    await makeUser();
    await expect(pool.signIn()).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'USER_PASSWORD_AUTH flow not enabled for this client',
    });
    await initiate('USER_SRP_AUTH', { USERNAME: email, SRP_A: 'abc' });
  });

  it('tells a LEGACY client that there is no such user', async () => {
    pool = await startPool({ client: { preventUserExistenceErrors: 'LEGACY' } });
    const unknown = { name: 'UserNotFoundException', message: 'User does not exist.' };
    await expect(pool.signIn()).rejects.toMatchObject(unknown);
    await expect(initiate('USER_SRP_AUTH', { USERNAME: email, SRP_A: 'abc' })).rejects.toMatchObject(unknown);
  });

  it('asks a client with a secret to prove it', async () => {
    pool = await startPool({ client: { generateSecret: true } });
    await makeUser();
    await expect(pool.signIn()).rejects.toThrow(
      `Client ${pool.ClientId} is configured with secret but SECRET_HASH was not received`,
    );
    const hash = (secret = '') =>
      createHmac('sha256', secret)
        .update(email + pool.ClientId)
        .digest('base64');
    const withHash = (SECRET_HASH: string) =>
      initiate('USER_PASSWORD_AUTH', { USERNAME: email, PASSWORD: password, SECRET_HASH });
    await expect(withHash(hash('guess'))).rejects.toThrow(
      `Unable to verify secret hash for client ${pool.ClientId}`,
    );
    await expect(withHash(hash(pool.ClientSecret))).resolves.toHaveProperty('AuthenticationResult.IdToken');
  });
});
