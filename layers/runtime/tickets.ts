import { createHash } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Caller } from './caller.ts';

/** One-use passes for the WebSocket handshake. Only a ticket's hash is kept, so that the table gives nobody a pass. */
export class Tickets {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
  ) {}

  /** @param expiresAt in seconds since 1970 */
  async add(ticket: string, caller: Caller, expiresAt: number): Promise<void> {
    await this.db.send(
      new PutCommand({
        TableName: this.table,
        Item: { ticketHash: hashOf(ticket), caller, expiresAt },
        ConditionExpression: 'attribute_not_exists(ticketHash)',
      }),
    );
  }

  /**
   * Takes a ticket out: one delete that answers what it deleted, so that of two who come with the same ticket one
   * gets the caller and the other undefined. The table's own expiry is hours late, so the time is checked here.
   */
  async use(ticket: string, now: Date): Promise<Caller | undefined> {
    const { Attributes } = await this.db.send(
      new DeleteCommand({
        TableName: this.table,
        Key: { ticketHash: hashOf(ticket) },
        ReturnValues: 'ALL_OLD',
      }),
    );
    return Attributes && Number(Attributes.expiresAt) * 1000 > now.getTime()
      ? (Attributes.caller as Caller)
      : undefined;
  }
}

const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('hex');
