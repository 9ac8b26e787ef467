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
  /** Name of the function that could not be reached, or could not handle them. */
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
 * Gives every event in the dead-letter queue to notify again, and takes out of the queue what it handles. Events may be
 * replayed at any time and as often as one likes: notify changes nothing that is done already.
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
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: HIDDEN }),
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

const handle = async (deps: Deps, { Body = '', ReceiptHandle }: Message): Promise<void> => {
  const { FunctionError } = await deps.lambda.send(
    new InvokeCommand({
      FunctionName: deps.notifyFunction,
      Payload: Buffer.from(JSON.stringify(eventIn(Body))),
    }),
  );
  if (FunctionError) throw new Error(`notify failed at it: ${FunctionError}`);
  await deps.queue.send(new DeleteMessageCommand({ QueueUrl: deps.queueUrl, ReceiptHandle }));
};

/**
 * EventBridge puts the event itself into the queue; Lambda puts it into a report of what went wrong
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 */
const eventIn = (body: string): unknown => {
  const letter = JSON.parse(body);
  return letter.requestPayload ?? letter;
};
