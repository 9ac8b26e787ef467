import { callsOf, execution, failing, input, lambdaCause, runReport, toldFailure } from './run-report.ts';

const sorry = { name: 'InternalError', message: 'Something went wrong on our side.' };
const later = { name: 'Unavailable', message: 'A service did not answer in time. Try again in a moment.' };

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
    ...['BudgetSpent', 'TooManyRuns', 'ReportChanged'].map((name): [string, string, string, object] => [
      'AdmitRun',
      name,
      lambdaCause(name, { message: 'no' }),
      { name, message: 'no' },
    ]),
    ['AdmitRun', 'InternalError', lambdaCause('InternalError', broken), sorry],
    [
      'ExecuteStatement',
      'RedshiftData.ValidationException',
      refused,
      { name: 'QueryFailed', message: unused },
    ],
    ['ExecuteStatement', 'RedshiftData.ResourceNotFoundException', ours, sorry],
  ] as [string, string, string, { name: string; message: string }][])(
    '%s: %s',
    async (state, name, cause, error) => {
      const result = await runReport(failing(name, cause)(state));
      expect(callsOf(result, state)).toHaveLength(1);
      expect(toldFailure(result)).toEqual(error);
      expect(result).toMatchObject({ status: 'FAILED', error: error.name, cause: error.message });
      expect(result.path.slice(-3)).toEqual([state, 'NotifyFailure', 'Failed']);
    },
  );
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
  'DynamoDB.TransactionConflictException',
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
  ...each('AdmitRun', [...lambda, 'Unavailable', 'States.Timeout'], 5),
  ...each('ExecuteStatement', [...redshift, 'RedshiftData.ExecuteStatementException'], 5),
  ...each('ExecuteStatement', ['RedshiftData.ActiveStatementsExceededException'], 7),
];

test.each([...passing, ...each('RecordStatement', dynamodb, 5)])(
  '%s: %s is tried again until it passes',
  async (state, name, tries) => {
    const result = await runReport(failing(name, 'so', tries - 1)(state));
    expect(result).toMatchObject({ status: 'SUCCEEDED' });
    expect(callsOf(result, state)).toHaveLength(tries);
  },
);

test.each(passing)('%s: %s that does not pass makes the run fail', async (state, name, tries) => {
  const result = await runReport(failing(name)(state));
  expect(callsOf(result, state)).toHaveLength(tries);
  const busy = { name: 'Unavailable', message: 'Redshift is busy. Try again in a few minutes.' };
  expect(toldFailure(result)).toEqual(name.includes('ActiveStatements') ? busy : later);
  expect(result).toMatchObject({ status: 'FAILED', error: 'Unavailable' });
});

test.each([['../schema/flights'], [''], ['taxi/'], ['a,b'], ['x'.repeat(201)], ['taxi\ndaily']])(
  'a report named %p is not looked for',
  async (report) => {
    const result = await runReport({}, { input: { ...input, report } });
    expect(result.path).toEqual(['CheckReport', 'NotifyFailure', 'Failed']);
    const message = `There is no report "${report.slice(0, 100)}".`;
    expect(toldFailure(result)).toEqual({ name: 'ReportNotFound', message });
  },
);

describe('a statement that was sent', () => {
  test.each([
    ...dynamodb.map((name) => [name, 'Unavailable']),
    ['DynamoDB.ResourceNotFoundException', 'InternalError'],
  ])('goes on when it cannot be recorded because of %s: its event ends it', async (name, error) => {
    const result = await runReport(failing(name)('RecordStatement'));
    expect(result).toMatchObject({ status: 'FAILED', error });
    expect(result.path.slice(-2)).toEqual(['RecordStatement', 'Failed']);
  });
});

describe('telling a failure', () => {
  const missing = () => failing('S3.NoSuchKeyException')('LoadTemplate');

  test('names the run, its owner and what went wrong', async () => {
    expect(callsOf(await runReport(missing()), 'NotifyFailure')).toEqual([
      {
        FunctionName: 'arn:notify',
        Payload: {
          owner: 'ada',
          runId: input.runId,
          failure: { name: 'ReportNotFound', message: 'There is no report "taxi/daily".' },
          execution,
        },
      },
    ]);
  });

  test.each([
    ...each('NotifyFailure', [...lambda, 'Unavailable', 'States.Timeout'], 5),
    ['NotifyFailure', 'InternalError', 1],
  ] as [string, string, number][])('%s: %s leaves the first error to see', async (state, name, tries) => {
    const result = await runReport({ ...missing(), ...failing(name)(state) });
    expect(callsOf(result, state)).toHaveLength(tries);
    expect(result).toMatchObject({ status: 'FAILED', error: 'ReportNotFound' });
    expect(result.path.slice(-2)).toEqual([state, 'Failed']);
  });
});

describe('telling that a run runs', () => {
  test.each(each('Notify', [...lambda, 'Unavailable', 'States.Timeout'], 4))(
    '%s: %s is tried again',
    async (state, name, tries) => {
      expect(await runReport(failing(name, 'so', tries - 1)(state))).toMatchObject({ status: 'SUCCEEDED' });
    },
  );

  test('a failure fails the execution and leaves the run alone', async () => {
    const result = await runReport(failing('InternalError')('Notify'));
    expect(result).toMatchObject({ status: 'FAILED', error: 'InternalError' });
    expect(callsOf(result, 'NotifyFailure')).toEqual([]);
  });

  test.each(each('NotifyOwner', [...lambda, 'Unavailable', 'States.Timeout'], 4))(
    '%s: %s is tried again',
    async (state, name, tries) => {
      const waiting = { AdmitRun: () => ({ Payload: { decision: 'waiting' } }) };
      const result = await runReport({ ...waiting, ...failing(name, 'so', tries - 1)(state) });
      expect(result).toMatchObject({ status: 'SUCCEEDED' });
      expect(callsOf(result, state)).toHaveLength(tries);
    },
  );
});
