import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as dynamoDbClient from '@aws-sdk/client-dynamodb';
import * as sqsClient from '@aws-sdk/client-sqs';
import * as ssmClient from '@aws-sdk/client-ssm';
import { operations as amplifyOperations } from '../amplify/operations.ts';
import { createDynamoDb } from '../dynamodb/index.ts';
import { type Service, systemClock } from '../service.ts';
import { operations as sesOperations } from '../ses/index.ts';
import { createSqs } from '../sqs/index.ts';
import { createSsm } from '../ssm/index.ts';
import { operationNames as s3Operations } from './routes.ts';

const page = () => readFile(new URL('../../docs/local/storage.md', import.meta.url), 'utf8');

/** The operations that docs/local/storage.md lists for a service. */
const documented = async (service: string): Promise<string[]> => {
  const section = (await page()).split('\n## ').find((text) => text.startsWith(`${service}\n`)) ?? '';
  const [, list = ''] = /\nOperations: (.*?)(?:\n\n|$)/s.exec(section) ?? [];
  return list.match(/\w+/g) ?? [];
};

/** Every operation of the service's model that the emulator does not call `not emulated`. */
const answered = async (service: Service, client: object): Promise<string[]> => {
  const names = Object.keys(client).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);
  const answers = names.map(async (name) => {
    const response = await service.handle({
      method: 'POST',
      url: new URL('http://localhost/'),
      headers: { 'x-amz-target': `Service.${name}` },
      body: Buffer.from('{}'),
      caller: { arn: 'arn:aws:iam::000000000000:user/u' },
    });
    return response.headers?.['x-amzn-errortype'] === 'NotEmulated' ? [] : [name];
  });
  return (await Promise.all(answers)).flat().sort();
};

describe('docs/local/storage.md lists what is answered and nothing else', () => {
  const place = { account: '000000000000', region: 'eu-west-1', clock: systemClock };
  let stateDir: string;
  beforeAll(async () => {
    stateDir = await mkdtemp(join(tmpdir(), 'readout-support-'));
    jest.spyOn(console, 'error').mockImplementation(() => {}); // empty requests end in internal errors
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await rm(stateDir, { recursive: true });
  });

  it('for DynamoDB', async () => {
    const service = await createDynamoDb({ ...place, stateDir });
    expect(await answered(service, dynamoDbClient)).toEqual(await documented('Amazon DynamoDB'));
    await service.close?.();
  });

  it('for Systems Manager', async () => {
    const service = createSsm({ ...place, stateDir });
    expect(await answered(service, ssmClient)).toEqual(await documented('AWS Systems Manager'));
  });

  it('for SQS', async () => {
    const service = createSqs({ ...place, newId: () => 'id', endpoint: () => 'http://localhost' });
    expect(await answered(service, sqsClient)).toEqual(await documented('Amazon SQS'));
  });

  it('for S3, Amplify and SES', async () => {
    expect(s3Operations).toEqual(await documented('Amazon S3'));
    expect(Object.keys(amplifyOperations).sort()).toEqual(await documented('AWS Amplify'));
    expect(Object.keys(sesOperations)).toEqual(await documented('Amazon SES'));
  });
});
