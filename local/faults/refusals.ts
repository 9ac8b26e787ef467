import { ServiceError } from '../protocol/service-error.ts';
import type { ServiceResponse } from '../service.ts';

/** How each service says that it has too much to do. One that stands twice is as likely again. */
const throttling: Record<string, [name: string, status: number][]> = {
  dynamodb: [
    ['ProvisionedThroughputExceededException', 400],
    ['ThrottlingException', 400],
    ['InternalServerError', 500],
  ],
  s3: [['SlowDown', 503]],
  sfn: [['ThrottlingException', 400]],
  'redshift-data': [
    ['ThrottlingException', 400],
    ['ThrottlingException', 400],
    ['InternalServerException', 500],
    ['ActiveStatementsExceededException', 400],
  ],
  apigatewaymanagementapi: [['LimitExceededException', 429]],
  lambda: [['TooManyRequestsException', 429]],
  sqs: [['ThrottlingException', 400]],
};

/** Writes of one item, which a transaction may have in hand. */
const writes = ['PutItem', 'UpdateItem', 'DeleteItem'];
/** Why a transaction is cancelled through no fault of its own. */
const cancelled = [
  'TransactionConflict',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
];

/** @param pick from 0 to 1 */
export const throttlingOf = (service: string, operation: string, pick: number): ServiceError => {
  if (operation === 'TransactWriteItems' && pick < 0.5)
    return cancellation(cancelled[Math.floor(2 * pick * cancelled.length)] as string);
  if (writes.includes(operation) && pick < 0.3)
    return new ServiceError('TransactionConflictException', 'Transaction is ongoing for the item');
  const known = (throttling[service] ?? [['ThrottlingException', 400]]).filter(
    ([name]) => name !== 'ActiveStatementsExceededException' || operation.endsWith('ExecuteStatement'),
  );
  const [name, status] = known[Math.floor(pick * known.length)] as [string, number];
  return new ServiceError(name, 'Rate exceeded', status);
};

/** Two transactions meet at one item, or one item has too much to do. */
const cancellation = (Code: string) =>
  new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${Code}]`,
    400,
    { CancellationReasons: [{ Code, Message: 'Try again.' }, { Code: 'None' }] },
  );

/** A refusal as it stands on the wire, of JSON and of S3. */
export const refusalResponse = (
  service: string,
  { name, message, status, members }: ServiceError,
): ServiceResponse =>
  service === 's3'
    ? {
        status,
        headers: { 'content-type': 'application/xml' },
        body: `<Error><Code>${name}</Code><Message>${message}</Message></Error>`,
      }
    : {
        status,
        headers: { 'content-type': 'application/json', 'x-amzn-errortype': name },
        body: JSON.stringify({ __type: name, message, Message: message, ...members }),
      };
