import { CognitoIdentityProviderClient, paginateListUsers } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import {
  DescribeStatementCommand,
  ExecuteStatementCommand,
  GetStatementResultCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { ListBucketsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import {
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Connection } from '../support/connection.ts';
import { analyst, type Person } from '../support/person.ts';
import { aws, stack } from '../support/stack.ts';

/** What an operator does with the AWS CLI and --endpoint-url: one address serves every client. */
describe('the one AWS port', () => {
  let person: Person;
  let connection: Connection;
  let runId: string;

  beforeAll(async () => {
    person = await analyst();
    connection = await person.connect();
    connection.send({ action: 'run', report: 'taxi/vendors', inputs: {}, topic: 'operated', fresh: true });
    runId = (await connection.message({ topic: 'operated', status: 'succeeded' })).runId;
  });
  afterAll(() => connection.close());

  it('runs a statement of the developer’s own', async () => {
    const redshift = new RedshiftDataClient(aws);
    const Sql = 'select count(*) as flights, max(distance) as farthest from flights';
    const target = { WorkgroupName: 'readout', Database: 'dev' };
    const { Id } = await redshift.send(new ExecuteStatementCommand({ Sql, ...target }));
    const { Status } = await redshift.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }));
    expect(Status).toBe('FINISHED');
    const { Records } = await redshift.send(new GetStatementResultCommand({ Id }));
    expect(Records?.[0]?.[0]).toEqual({ longValue: 3_000_000 });
  });

  it('unloads to a bucket and loads from it', async () => {
    const redshift = new RedshiftDataClient(aws);
    const s3 = new S3Client({ ...aws, forcePathStyle: true });
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
    const Bucket = Buckets.find(({ Name }) => Name?.includes('databucket'))?.Name;
    const run = async (Sql: string) => {
      const { Id } = await redshift.send(
        new ExecuteStatementCommand({ Sql, WorkgroupName: 'readout', Database: 'dev' }),
      );
      return redshift.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }));
    };
    const place = `'s3://${Bucket}/unloaded/airports_' iam_role default`;
    expect((await run(`unload ('select iata, city from airports') to ${place} csv header`)).Status).toBe(
      'FINISHED',
    );
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'unloaded/' }));
    expect(Contents.map(({ Key }) => Key)).toEqual(['unloaded/airports_0000_part_00']);
    await run('create table unloaded_airports (iata varchar(4), city varchar(64))');
    await run(`copy unloaded_airports from ${place} csv ignoreheader 1`);
    const { ResultRows } = await run(
      'select a.iata from airports a join unloaded_airports b on a.iata = b.iata',
    );
    expect(ResultRows).toBeGreaterThan(3000);
    const nowhere = await run("unload ('select 1') to 's3://nowhere/x' iam_role default");
    expect(nowhere).toMatchObject({
      Status: 'FAILED',
      Error: expect.stringContaining('bucket does not exist'),
    });
  });

  it('shows the path of a run through the workflow', async () => {
    const states = new SFNClient(aws);
    const { stateMachines } = await states.send(new ListStateMachinesCommand({}));
    const { stateMachineArn } = stateMachines?.find(({ name }) => name?.endsWith('run-report')) ?? {};
    const { executions } = await states.send(
      new ListExecutionsCommand({ stateMachineArn, maxResults: 1000 }),
    );
    const { executionArn, status } = executions?.find(({ name }) => name === runId) ?? {};
    expect(status).toBe('SUCCEEDED');
    const { events } = await states.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
    const entered = events?.flatMap(({ stateEnteredEventDetails: details }) => details?.name ?? []);
    expect(entered?.slice(0, 7)).toEqual([
      'CheckReport',
      'LoadTemplate',
      'PrepareStatement',
      'AdmitRun',
      'IsAdmitted',
      'ExecuteStatement',
      'RecordStatement',
    ]);
  });

  it('lists the templates, which are the files of sql/', async () => {
    const s3 = new S3Client({ ...aws, forcePathStyle: true });
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
    const Bucket = Buckets.find(({ Name }) => Name?.includes('templatebucket'))?.Name;
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'reports/taxi/' }));
    expect(Contents.map(({ Key }) => Key)).toContain('reports/taxi/daily.sql');
  });

  it('scans the runs, lists the users and reads the published endpoints', async () => {
    const scan = paginateScan({ client: new DynamoDBClient(aws) }, { TableName: 'readout-RunsTable' });
    const runIds = (await all(scan)).flatMap(({ Items = [] }) => Items.map((item) => item.runId?.S));
    expect(runIds).toContain(runId);
    const client = new CognitoIdentityProviderClient(aws);
    const pages = await all(paginateListUsers({ client }, { UserPoolId: stack.userPoolId }));
    const emails = pages
      .flatMap(({ Users = [] }) => Users.flatMap(({ Attributes = [] }) => Attributes))
      .filter(({ Name }) => Name === 'email');
    expect(emails.map(({ Value }) => Value)).toContain(stack.user.email);
    const { Parameters = [] } = await new SSMClient(aws).send(
      new GetParametersByPathCommand({ Path: '/readout' }),
    );
    expect(Parameters.map(({ Value }) => Value).sort()).toEqual([stack.rest, stack.websocket].sort());
  });

  it('says so when a service or an operation is not emulated', async () => {
    const answer = await fetch(stack.aws, {
      method: 'POST',
      headers: {
        authorization:
          'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/quicksight/aws4_request, Signature=x',
      },
    });
    expect(answer.status).toBe(501);
    expect(await answer.json()).toMatchObject({ message: 'not emulated: the service quicksight' });
  });
});

/** Every page: other tests have filled the first one. */
const all = async <Page>(pages: AsyncIterable<Page>): Promise<Page[]> => {
  const found: Page[] = [];
  for await (const page of pages) found.push(page);
  return found;
};
