import { ExecuteStatementCommand, ListTablesCommand } from '@aws-sdk/client-redshift-data';
import { startTestClient, type TestClient } from './test-client.ts';

const secrets: Record<string, string> = {
  good: JSON.stringify({ username: 'u', password: 'p' }),
  cluster: JSON.stringify({ username: 'u', password: 'p', dbClusterIdentifier: 'warehouse', dbname: 'dev' }),
  empty: JSON.stringify({ username: 'u', password: '' }),
  text: 'no JSON',
};
let data: TestClient;
beforeAll(async () => {
  data = await startTestClient({
    targets: () => [{ workgroupName: 'analytics', database: 'dev' }, { clusterIdentifier: 'warehouse' }],
    readSecret: async (name) => secrets[name],
  });
});
afterAll(() => data.close());

const execute = (input: object) =>
  data.client.send(new ExecuteStatementCommand({ Sql: 'select 1', ...input }));
const workgroup = { WorkgroupName: 'analytics', Database: 'dev' };
const cluster = { ClusterIdentifier: 'warehouse', Database: 'dev' };
const arn = 'arn:aws:redshift-serverless:us-east-1:000000000000:workgroup/analytics';

it.each([
  ['a workgroup', workgroup, { ...workgroup, DbUser: 'IAMR:tester' }],
  ['the ARN of a workgroup', { ...workgroup, WorkgroupName: arn }, { WorkgroupName: arn }],
  ['a cluster and a user', { ...cluster, DbUser: 'awsuser' }, { ...cluster, DbUser: 'awsuser' }],
  ['a cluster', cluster, { ...cluster, DbUser: 'IAMR:tester' }],
  ['a cluster and a secret', { ...cluster, SecretArn: 'good' }, { ...cluster, SecretArn: 'good' }],
  [
    'a secret that names its cluster and database',
    { SecretArn: 'cluster' },
    { ...cluster, SecretArn: 'cluster' },
  ],
])('takes %s', async (_what, input, answer) => {
  const submitted = await execute(input);
  expect(submitted).toMatchObject(answer);
  expect('DbUser' in submitted).toBe(!('SecretArn' in input));
});

it.each([
  ['no target', {}, 'Either ClusterIdentifier or WorkgroupName needs to be specified.'],
  ['no database', { WorkgroupName: 'analytics' }, 'Database needs to be specified.'],
  [
    'both targets',
    { ...workgroup, ...cluster },
    'ClusterIdentifier and WorkgroupName cannot both be specified.',
  ],
  [
    'an unknown cluster',
    { ...cluster, ClusterIdentifier: 'other' },
    "Redshift endpoint doesn't exist in this region.",
  ],
  [
    'a secret and a user',
    { ...cluster, SecretArn: 'good', DbUser: 'u' },
    'SecretArn and DbUser cannot both be specified.',
  ],
  [
    'an unknown secret',
    { ...cluster, SecretArn: 'none' },
    "Secrets Manager can't find the specified secret.",
  ],
  [
    'a secret without password',
    { ...cluster, SecretArn: 'empty' },
    'username and password in secret cannot be empty',
  ],
  [
    'a secret that is no JSON',
    { ...cluster, SecretArn: 'text' },
    'username and password in secret cannot be empty',
  ],
])('refuses %s', async (_what, input, message) => {
  await expect(execute(input)).rejects.toMatchObject({ name: 'ValidationException', message });
});

it('fails a statement on a database that is not there, and a catalogue operation at once', async () => {
  const message = 'FATAL: database "other" does not exist';
  expect(await data.run('select 1', { Database: 'other' })).toMatchObject({
    Status: 'FAILED',
    Error: message,
  });
  const list = new ListTablesCommand({ ...workgroup, Database: 'other' });
  await expect(data.client.send(list)).rejects.toMatchObject({
    name: 'DatabaseConnectionException',
    message,
  });
  const connected = new ListTablesCommand({ ...workgroup, Database: 'other', ConnectedDatabase: 'dev' });
  await expect(data.client.send(connected)).resolves.toHaveProperty('Tables');
});
