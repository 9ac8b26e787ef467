import { checkCursor } from '@readout/runtime/cursor.ts';
import { callsOf, failing, input, recordedError, runReport } from './run-report.ts';

const sorry = { name: 'InternalError', message: 'Something went wrong on our side.' };
const later = { name: 'Unavailable', message: 'A service did not answer in time. Try again in a moment.' };

/** As Lambda reports what `asState` throws. */
const lambdaCause = (name: string, detail: object): string =>
  JSON.stringify({ errorType: name, errorMessage: JSON.stringify(detail), trace: [] });

describe('a failure that time does not cure ends the run at once', () => {
  const month = { message: 'Trip month: expected a month.', field: 'month' };
  const broken = { message: 'reports/taxi/daily.sql, line 3: no statement' };
  const ours =
    'User: arn:aws:sts::000000000000:assumed-role/x is not authorized (Service: RedshiftData, Status Code: 400)';
  const unused = 'Parameters list contains unused parameters. Unused parameters: [a]';
  const refused = `${unused} (Service: RedshiftData, Status Code: 400, Request ID: 1)`;

  test.each([
    [
      'LoadTemplate',
      'S3.NoSuchKeyException',
      'so',
      { name: 'ReportNotFound', message: 'There is no report "taxi/daily".' },
    ],
    ['LoadTemplate', 'S3.NoSuchBucketException', ours, sorry],
    [
      'LoadTemplate',
      'States.DataLimitExceeded',
      'so',
      { name: 'InvalidTemplate', message: 'reports/taxi/daily.sql is too large for the workflow.' },
    ],
    [
      'PrepareStatement',
      'InvalidInput',
      lambdaCause('InvalidInput', month),
      { name: 'InvalidInput', ...month },
    ],
    [
      'PrepareStatement',
      'InvalidTemplate',
      lambdaCause('InvalidTemplate', broken),
      { name: 'InvalidTemplate', ...broken },
    ],
    [
      'PrepareStatement',
      'AccessDenied',
      lambdaCause('AccessDenied', broken),
      { name: 'AccessDenied', ...broken },
    ],
    ['PrepareStatement', 'InternalError', lambdaCause('InternalError', broken), sorry],
    ['PrepareStatement', 'Sandbox.Timedout', '{"errorMessage":"RequestId: 1 Error: Task timed out"}', sorry],
    ['PrepareStatement', 'States.Timeout', 'so', sorry],
    [
      'ExecuteStatement',
      'RedshiftData.ValidationException',
      refused,
      { name: 'QueryFailed', message: unused },
    ],
    ['ExecuteStatement', 'RedshiftData.ResourceNotFoundException', ours, sorry],
    ['RecordStatement', 'DynamoDB.ResourceNotFoundException', ours, sorry],
  ])('%s: %s', async (state, name, cause, error) => {
    const result = await runReport(failing(name, cause)(state));
    expect(callsOf(result, state)).toHaveLength(1);
    expect(recordedError(result)).toEqual(error);
    expect(result).toMatchObject({ status: 'FAILED', error: error.name, cause: error.message });
    expect(result.path.slice(-4)).toEqual([state, 'RecordFailure', 'NotifyFailure', 'Failed']);
  });
});

const s3 = ['S3.S3Exception', 'S3.SdkClientException', 'States.Timeout'];
const lambda = [
  'Lambda.TooManyRequestsException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
];
const dynamodb = [
  'DynamoDB.ProvisionedThroughputExceededException',
  'DynamoDB.RequestLimitExceededException',
  'DynamoDB.ThrottlingException',
  'DynamoDB.InternalServerErrorException',
  'DynamoDB.AmazonDynamoDBException',
  'DynamoDB.SdkClientException',
  'States.Timeout',
];
const redshift = [
  'RedshiftData.InternalServerException',
  'RedshiftData.RedshiftDataException',
  'RedshiftData.SdkClientException',
  'States.Timeout',
];
const each = (state: string, names: string[], tries: number): [string, string, number][] =>
  names.map((name) => [state, name, tries]);
const passing = [
  ...each('LoadTemplate', s3, 4),
  ...each('PrepareStatement', lambda, 4),
  ...each('ExecuteStatement', [...redshift, 'RedshiftData.ExecuteStatementException'], 5),
  ...each('ExecuteStatement', ['RedshiftData.ActiveStatementsExceededException'], 7),
  ...each('RecordStatement', dynamodb, 5),
];

test.each(passing)('%s: %s is tried again until it passes', async (state, name, tries) => {
  const result = await runReport(failing(name, 'so', tries - 1)(state));
  expect(result).toMatchObject({ status: 'SUCCEEDED' });
  expect(callsOf(result, state)).toHaveLength(tries);
});

test.each(passing)('%s: %s that does not pass makes the run fail', async (state, name, tries) => {
  const result = await runReport(failing(name)(state));
  expect(callsOf(result, state)).toHaveLength(tries);
  const busy = { name: 'Unavailable', message: 'Redshift is busy. Try again in a few minutes.' };
  expect(recordedError(result)).toEqual(name.includes('ActiveStatements') ? busy : later);
  expect(result).toMatchObject({ status: 'FAILED', error: 'Unavailable' });
});

test.each([['../schema/flights'], [''], ['taxi/'], ['a,b'], ['x'.repeat(201)], ['taxi\ndaily']])(
  'a report named %p is not looked for',
  async (report) => {
    const result = await runReport({}, { input: { ...input, report } });
    expect(result.path).toEqual(['CheckReport', 'RecordFailure', 'NotifyFailure', 'Failed']);
    const message = `There is no report "${report.slice(0, 100)}".`;
    expect(recordedError(result)).toEqual({ name: 'ReportNotFound', message });
  },
);

describe('recording and telling a failure', () => {
  const missing = () => failing('S3.NoSuchKeyException')('LoadTemplate');

  test('fails a queued run only, and tells it', async () => {
    const result = await runReport(missing());
    const [given] = callsOf(result, 'RecordFailure');
    expect(given).toMatchObject({
      TableName: 'runs',
      Key: { runId: { S: input.runId } },
      ConditionExpression: '#status = :queued',
    });
    const { ':now': now, ':cursor': cursor } = given.ExpressionAttributeValues;
    expect(now.S).toBe(new Date(now.S).toISOString());
    expect(checkCursor(cursor.S)).toContain(`#${input.runId}`);
    expect(callsOf(result, 'NotifyFailure')).toEqual([
      { FunctionName: 'arn:notify', Payload: { runId: input.runId } },
    ]);
  });

  test('has a run told that ended in another way meanwhile', async () => {
    const result = await runReport({
      ...missing(),
      ...failing('DynamoDB.ConditionalCheckFailedException')('RecordFailure'),
    });
    expect(result.path.slice(-3)).toEqual(['RecordFailure', 'NotifyFailure', 'Failed']);
    expect(callsOf(result, 'RecordFailure')).toHaveLength(1);
  });

  test.each([
    ...each('RecordFailure', dynamodb, 5),
    ...each('NotifyFailure', [...lambda, 'Unavailable'], 4),
    ['RecordFailure', 'DynamoDB.ResourceNotFoundException', 1],
    ['NotifyFailure', 'InternalError', 1],
  ] as [string, string, number][])('%s: %s leaves the first error to see', async (state, name, tries) => {
    const result = await runReport({ ...missing(), ...failing(name)(state) });
    expect(callsOf(result, state)).toHaveLength(tries);
    expect(result).toMatchObject({ status: 'FAILED', error: 'ReportNotFound' });
    expect(result.path.slice(-2)).toEqual([state, 'Failed']);
  });
});

describe('telling that a run runs', () => {
  test.each(each('Notify', [...lambda, 'Unavailable'], 4))(
    '%s: %s is tried again',
    async (state, name, tries) => {
      expect(await runReport(failing(name, 'so', tries - 1)(state))).toMatchObject({ status: 'SUCCEEDED' });
    },
  );

  test('a failure fails the execution and leaves the run alone', async () => {
    const result = await runReport(failing('InternalError')('Notify'));
    expect(result).toMatchObject({ status: 'FAILED', error: 'InternalError' });
    expect(callsOf(result, 'RecordFailure')).toEqual([]);
  });
});
