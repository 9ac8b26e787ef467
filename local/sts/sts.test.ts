import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { serve, type TestServer } from '../protocol/test-server.ts';
import { createSts } from './index.ts';

let server: TestServer;
let client: STSClient;
beforeEach(async () => {
  server = await serve(createSts({ account: '000000000000' }));
  client = new STSClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterEach(async () => {
  client.destroy();
  await server.close();
});

it.each([
  ['arn:aws:sts::000000000000:assumed-role/StatementRole/notify', 'AROASTATEMENTROLE0000:notify'],
  ['arn:aws:iam::000000000000:user/developer', 'AIDADEVELOPER00000000'],
])('tells %s who it is', async (arn, userId) => {
  server.callAs(arn);
  expect(await client.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Arn: arn,
    UserId: userId,
    Account: '000000000000',
  });
});

it('says plainly what it does not emulate', async () => {
  const command = new AssumeRoleCommand({
    RoleArn: 'arn:aws:iam::000000000000:role/r',
    RoleSessionName: 's',
  });
  await expect(client.send(command)).rejects.toMatchObject({
    name: 'NotEmulated',
    message: 'not emulated: STS AssumeRole',
  });
});
