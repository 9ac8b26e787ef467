import { S3Client } from '@aws-sdk/client-s3';
import { templatesIn } from './templates.ts';
import { type AwsServer, awsServer, type Input, Refusal } from './testing/aws-server.ts';

let aws: AwsServer;
afterEach(() => aws.close());

const setup = async (answer: (input: Input) => string) => {
  aws = await awsServer({ GetObject: answer });
  return templatesIn(new S3Client(aws.client), 'templates');
};

test('reads the object of the report', async () => {
  const read = await setup(({ key }) => `select '${key}'`);
  expect(await read('taxi/daily')).toBe("select 'reports/taxi/daily.sql'");
});

test('a report without an object is not found', async () => {
  const read = await setup(() => {
    throw new Refusal('NoSuchKey', 'The specified key does not exist.', 404);
  });
  await expect(read('taxi/none')).rejects.toMatchObject({ name: 'ReportNotFound' });
});

test.each(['../schema/flights', '', '/taxi', 'taxi/', 'a b'])(
  '%p is no report, and is not asked for',
  async (id) => {
    const read = await setup(() => 'select 1');
    await expect(read(id)).rejects.toMatchObject({ name: 'ReportNotFound' });
    expect(aws.asked).toEqual([]);
  },
);

test('another error stays what it is', async () => {
  const read = await setup(() => {
    throw new Refusal('AccessDenied', 'no', 403);
  });
  await expect(read('taxi/daily')).rejects.toMatchObject({ name: 'AccessDenied' });
});
