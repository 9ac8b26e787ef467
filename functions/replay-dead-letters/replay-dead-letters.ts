import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Log } from '@readout/runtime/logger.ts';

interface Deps {
  queue: SQSClient;
  queueUrl: string;
  lambda: LambdaClient;
  /** For letters that do not say which function they are for. */
  notifyFunction: string;
  log: Log;
}

export interface Replayed {
  replayed: number;
  /** Those that failed again; they stay in the queue. */
  failed: number;
}

/** A message that was received is hidden from the next receive for so many seconds: each is tried once. */
const HIDDEN = 600;

/**
 * Gives every event in the dead-letter queue to its function again, and takes out of the queue what is handled. Events may
 * be replayed at any time and as often as one likes: these functions change nothing that is done already.
 */
export const replayDeadLetters = (deps: Deps) => async (): Promise<Replayed> => {
  const counts: Replayed = { replayed: 0, failed: 0 };
  for (let messages = await receive(deps); messages.length > 0; messages = await receive(deps)) {
    for (const message of messages) {
      if (await replay(deps, message)) counts.replayed += 1;
      else counts.failed += 1;
    }
  }
  return counts;
};

const receive = async ({ queue, queueUrl }: Deps): Promise<Message[]> => {
  const { Messages = [] } = await queue.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: HIDDEN,
      MessageAttributeNames: ['TARGET_ARN'],
    }),
  );
  return Messages;
};

/** Whatever goes wrong with one, the others have their turn. */
const replay = async (deps: Deps, message: Message): Promise<boolean> => {
  try {
    await handle(deps, message);
    return true;
  } catch (error) {
    deps.log.error('A dead letter failed again.', { messageId: message.MessageId, error });
    return false;
  }
};

const handle = async (deps: Deps, message: Message): Promise<void> => {
  const { event, functionName = deps.notifyFunction } = letterIn(message);
  const { ReceiptHandle } = message;
  const { FunctionError } = await deps.lambda.send(
    new InvokeCommand({ FunctionName: functionName, Payload: Buffer.from(JSON.stringify(event)) }),
  );
  if (FunctionError) throw new Error(`${functionName} failed at it: ${FunctionError}`);
  await deps.queue.send(new DeleteMessageCommand({ QueueUrl: deps.queueUrl, ReceiptHandle }));
};

/**
 * EventBridge and its Scheduler put the event itself into the queue, with its target as an attribute; Lambda puts it into a
 * report of what went wrong (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 */
const letterIn = ({
  Body = '',
  MessageAttributes,
}: Message): { event: unknown; functionName: string | undefined } => {
  const letter = JSON.parse(Body);
  const reported: string | undefined = letter.requestContext?.functionArn;
  const functionName = MessageAttributes?.TARGET_ARN?.StringValue ?? reported?.replace(/:\$LATEST$/, '');
  return { event: letter.requestPayload ?? letter, functionName };
};
