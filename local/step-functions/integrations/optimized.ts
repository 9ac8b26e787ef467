import { StateError } from '../interpreter/state-error.ts';
import type { ErrorNames } from './error-names.ts';

/** An integration with a form of its own, `arn:aws:states:::<service>:<operation>`. */
export interface OptimizedService {
  /** The service behind it, as `aws-sdk` integrations name it. */
  sdk: string;
  errors: ErrorNames;
  operations: Record<string, OptimizedOperation>;
}

interface OptimizedOperation {
  /** Turns Arguments into the API's own input. */
  input?(given: Arguments): Arguments;
  /** Refuses a result that the integration counts as a failure. */
  check?(result: Arguments): void;
}

type Arguments = Record<string, unknown>;

/** Text stays as it is; JSON becomes text. */
const asText = (value: unknown): unknown => (typeof value === 'string' ? value : JSON.stringify(value));

const textField = (field: string) => (given: Arguments) => ({ ...given, [field]: asText(given[field]) });

/** Lambda is apart: `arn:aws:states:::lambda:invoke` is in lambda.ts. */
export const optimizedServices: Record<string, OptimizedService> = {
  dynamodb: {
    sdk: 'dynamodb',
    errors: { prefix: 'DynamoDB', base: 'AmazonDynamoDBException', optimizedAs: 'AmazonDynamoDBv2' },
    operations: { getItem: {}, putItem: {}, updateItem: {}, deleteItem: {} },
  },
  events: {
    sdk: 'eventbridge',
    errors: { prefix: 'EventBridge', base: 'AmazonEventBridgeException', optimizedAs: 'AmazonEventBridge' },
    operations: {
      putEvents: {
        input: ({ Entries, ...rest }) => ({
          ...rest,
          Entries: (Entries as Arguments[]).map(textField('Detail')),
        }),
        check: (result) => {
          if (!result.FailedEntryCount) return;
          throw new StateError('EventBridge.FailedEntry', JSON.stringify(result));
        },
      },
    },
  },
  sns: {
    sdk: 'sns',
    errors: { prefix: 'SNS', base: 'AmazonSNSException', optimizedAs: 'AmazonSNS' },
    operations: { publish: { input: textField('Message') } },
  },
  sqs: {
    sdk: 'sqs',
    errors: { prefix: 'SQS', base: 'AmazonSQSException', optimizedAs: 'AmazonSQS' },
    operations: { sendMessage: { input: textField('MessageBody') } },
  },
  states: {
    sdk: 'sfn',
    errors: { prefix: 'StepFunctions', base: 'AWSStepFunctionsException', optimizedAs: 'AWSStepFunctions' },
    operations: { startExecution: { input: textField('Input') } },
  },
};

/** The operation's description, or undefined where there is no such integration. */
export const optimizedOperation = (service: string, operation: string): OptimizedOperation | undefined => {
  const operations = Object.hasOwn(optimizedServices, service) ? optimizedServices[service]?.operations : {};
  return operations && Object.hasOwn(operations, operation) ? operations[operation] : undefined;
};
