import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { PipelineRunRecord } from '../pipeline-runs/pipeline-run-record.ts';
import { type AwsServer, awsServer, Refusal } from './aws-server.ts';
import { noon } from './examples.ts';

/** A pipeline of two scripts side by side and one after them, by the names of its files. */
export const PIPELINE: Record<string, string> = {
  'pipeline.yaml': `title: Sales
tags: [sales]
parameters:
  - { name: day, label: Day, type: date, required: true, default: today }
access: [analysts]
writes: [sales, public.item]
timeout: 30m
on-failure: { notify: [sales@example.com] }
`,
  '10_load_customer.sql':
    "delete from customer;\ncopy customer from 's3://{{ data_bucket }}/customer.csv' iam_role default csv;",
  '10_load_item.sql':
    "delete from item;\ncopy item from 's3://{{ data_bucket }}/item.csv' iam_role default csv;",
  '20_load_sales.sql':
    "-- a ; in a comment\ndelete from sales where day = :day;\ninsert into sales select ';', cast(:day as date);",
};

/** The same as objects of the template bucket. */
export const pipelineObjects = (files = PIPELINE, id = 'sales'): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`templates/pipelines/${id}/${name}`, text]),
  );

export const pipelineRunId = '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab3';

/** A run of it that has just been recorded. */
export const queuedPipelineRun = (more: Partial<PipelineRunRecord> = {}): PipelineRunRecord => ({
  runId: pipelineRunId,
  pipeline: 'sales',
  title: 'Sales',
  status: 'queued',
  version: 1,
  startedBy: { kind: 'person', email: 'ada@example.com' },
  inputs: {},
  values: { day: '2026-04-01' },
  scripts: {
    '10_load_customer': { number: 10, status: 'waiting' },
    '10_load_item': { number: 10, status: 'waiting' },
    '20_load_sales': { number: 20, status: 'waiting' },
  },
  createdAt: noon.toISOString(),
  changedAt: noon.toISOString(),
  access: ['analysts'],
  writes: ['sales'],
  notices: { onSuccess: [], onFailure: [] },
  timeoutSeconds: 1800,
  alone: true,
  open: 'open',
  expiresAt: 4e9,
  ...more,
});

/** Redshift and Step Functions as a test says: statements by id, tokens that nobody waits with, executions by name. */
export interface TestWorld extends AwsServer {
  redshift: RedshiftDataClient;
  states: SFNClient;
  statements: Map<
    string,
    { Status: string; Error?: string; StatementName?: string; SubStatements?: object[] }
  >;
  goneTokens: Set<string>;
  executions: Map<string, string>;
  /** What Redshift refuses a batch with. */
  refusal: { batch?: Refusal };
}

export const testWorld = async (): Promise<TestWorld> => {
  const statements: TestWorld['statements'] = new Map();
  const goneTokens: TestWorld['goneTokens'] = new Set();
  const executions: TestWorld['executions'] = new Map();
  const refusal: TestWorld['refusal'] = {};
  const token = ({ taskToken }: { taskToken: string }): object => {
    if (goneTokens.has(taskToken)) throw new Refusal('TaskDoesNotExist');
    return {};
  };
  // biome-ignore lint/suspicious/noExplicitAny: each answer knows its own request
  const answers: Record<string, (input: any) => object> = {
    BatchExecuteStatement: ({ StatementName }) => {
      if (refusal.batch) throw refusal.batch;
      const Id = `c016234e-5c6c-4bc5-bb16-${String(statements.size + 1).padStart(12, '0')}`;
      statements.set(Id, { Status: 'STARTED', StatementName });
      return { Id };
    },
    DescribeStatement: ({ Id }) => {
      const found = statements.get(Id);
      if (!found) throw new Refusal('ResourceNotFoundException');
      return { Id, ...found };
    },
    ListStatements: ({ StatementName }) => ({
      Statements: [...statements].flatMap(([Id, one]) =>
        one.StatementName?.startsWith(StatementName) ? [{ Id, ...one }] : [],
      ),
    }),
    CancelStatement: ({ Id }) => {
      const found = statements.get(Id);
      if (found?.Status !== 'STARTED') throw new Refusal('ValidationException', 'already in FINISHED state');
      statements.set(Id, { ...found, Status: 'ABORTED' });
      return { Status: true };
    },
    SendTaskSuccess: token,
    SendTaskFailure: token,
    SendTaskHeartbeat: token,
    StartExecution: ({ name }) => {
      if (executions.has(name)) throw new Refusal('ExecutionAlreadyExists');
      executions.set(name, 'RUNNING');
      return { executionArn: name, startDate: 0 };
    },
    DescribeExecution: ({ executionArn }) => {
      const status = executions.get(executionArn.slice(executionArn.lastIndexOf(':') + 1));
      if (!status) throw new Refusal('ExecutionDoesNotExist');
      return { executionArn, status };
    },
  };
  const server = await awsServer(answers);
  const redshift = new RedshiftDataClient(server.client);
  const states = new SFNClient(server.client);
  return { ...server, redshift, states, statements, goneTokens, executions, refusal };
};

/** What was asked of an operation, in order. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of what it asks
export const askedOf = ({ asked }: AwsServer, operation: string): any[] =>
  asked.filter((one) => one.operation === operation).map(({ input }) => input);
