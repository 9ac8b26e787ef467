import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** One request to DynamoDB; `send` lets it through. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows the command that it meddles with
type Meddle = (command: any, send: () => Promise<any>) => Promise<any>;

/** A database on whose requests a test has a hand: it may delay them, refuse them, or let something else come first. */
export const meddling = (db: DynamoDBDocumentClient, meddle: Meddle): DynamoDBDocumentClient =>
  Object.assign(Object.create(db), {
    // biome-ignore lint/suspicious/noExplicitAny: a command of any kind
    send: (command: any) => meddle(command, () => db.send(command)),
  });

/** An error as DynamoDB's client throws it. */
export const refusal = (name: string, members: object = {}): Error =>
  Object.assign(new Error(name), { name, ...members });

/** What a transaction is refused with when another has one of its items in hand. */
export const conflict = (): Error =>
  refusal('TransactionCanceledException', {
    CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
  });
