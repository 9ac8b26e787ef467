import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { RunKey } from '../run-record.ts';
import { holds, isConditionFailure } from '../transaction.ts';
import { openBefore, setting } from '../update.ts';
import {
  type Ending,
  memberText,
  type StatementRecord,
  type StatementStatus,
  statementFrom,
  statementItem,
} from './statement-record.ts';

/** A statement's members stand in its one item, which has 400 KB. Later ones begin another. */
export const MOST_MEMBERS = 4000;

/**
 * The statements in their table. Who joins, who leaves and how it ends is decided by conditional writes to the one item,
 * so that a run is either a member that the end finds, or none.
 */
export class Statements {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
  ) {}

  /** The record as it is at this moment. */
  async get(id: string): Promise<StatementRecord | undefined> {
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.table, Key: { id }, ConsistentRead: true }),
    );
    return Item && statementFrom(Item);
  }

  /** Records a statement before it is sent; false when its run leads one already. */
  async create(record: StatementRecord): Promise<boolean> {
    return holds(
      this.db.send(
        new PutCommand({
          TableName: this.table,
          Item: statementItem(record),
          ConditionExpression: 'attribute_not_exists(id)',
        }),
      ),
    );
  }

  /** Takes a statement back that nobody else has joined and that was not sent; false when it is too late. */
  async retract(id: string, member: RunKey): Promise<boolean> {
    return holds(
      this.db.send(
        new DeleteCommand({
          TableName: this.table,
          Key: { id },
          ConditionExpression: '#status = :queued AND members = :alone AND attribute_not_exists(admitted)',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':queued': 'queued', ':alone': new Set([memberText(member)]) },
        }),
      ),
    );
  }

  /** Makes a run a member of a statement that is in flight; undefined when it is so no more, or is not the same work. */
  async join(id: string, key: string, member: RunKey): Promise<StatementRecord | undefined> {
    return this.update(id, {
      UpdateExpression: 'ADD members :member',
      ConditionExpression: '#key = :key AND #status IN (:queued, :running) AND size(members) < :most',
      ExpressionAttributeNames: { '#key': 'key', '#status': 'status' },
      ExpressionAttributeValues: {
        ':member': new Set([memberText(member)]),
        ':key': key,
        ':queued': 'queued',
        ':running': 'running',
        ':most': MOST_MEMBERS,
      },
    });
  }

  /** Takes a run out of a statement. The record when it was the last one and the statement is therefore abandoned. */
  async leave(id: string, member: RunKey): Promise<StatementRecord | undefined> {
    const left = await this.update(id, {
      UpdateExpression: 'DELETE members :member',
      ConditionExpression: 'attribute_exists(id)',
      ExpressionAttributeValues: { ':member': new Set([memberText(member)]) },
    });
    return left && left.members.length === 0 ? this.abandon(id) : undefined;
  }

  private abandon(id: string): Promise<StatementRecord | undefined> {
    return this.change(id, { status: 'abandoned' }, ['queued', 'running'], 'attribute_not_exists(members)');
  }

  /** Stops it for all of its members, who learn of it with its end; undefined when it is not in flight. */
  async stop(id: string, stoppedBy: string): Promise<StatementRecord | undefined> {
    return this.change(id, { status: 'abandoned', stoppedBy }, ['queued', 'running']);
  }

  /** Records that it was sent; the workflow's RecordStatement writes the same. */
  async run(id: string, statementId: string, startedAt: Date): Promise<StatementRecord | undefined> {
    return this.change(id, { status: 'running', statementId, startedAt: startedAt.toISOString() }, [
      'queued',
    ]);
  }

  /** Records what an abandoned statement is called, so that it can be stopped. */
  async name(id: string, statementId: string): Promise<StatementRecord | undefined> {
    return this.change(id, { statementId }, ['abandoned']);
  }

  /** Ends it; undefined when it has ended before, or is in none of the states `from`. */
  async end(
    id: string,
    { at, ...ending }: Ending,
    from: StatementStatus[] = ['queued', 'running', 'abandoned'],
  ): Promise<StatementRecord | undefined> {
    return this.change(id, { ...ending, endedAt: at.toISOString() }, from);
  }

  /** Notes when the data that it is about to read was last loaded. */
  async noteLoad(id: string, dataLoadedAt: string): Promise<StatementRecord | undefined> {
    return this.change(id, { dataLoadedAt }, ['queued']);
  }

  /** Notes that it has taken too long. */
  async timeOut(id: string): Promise<StatementRecord | undefined> {
    return this.change(id, { timedOut: true }, ['running']);
  }

  /** Gives it another key, if its leader is alone in it and it was not sent. */
  async rekey(id: string, key: string | undefined, leader: RunKey): Promise<StatementRecord | undefined> {
    return this.update(id, {
      UpdateExpression: key === undefined ? 'REMOVE #key' : 'SET #key = :key',
      ConditionExpression: '#status = :queued AND members = :alone',
      ExpressionAttributeNames: { '#key': 'key', '#status': 'status' },
      ExpressionAttributeValues: {
        ...(key !== undefined && { ':key': key }),
        ':queued': 'queued',
        ':alone': new Set([memberText(leader)]),
      },
    });
  }

  /** Notes that everything is done that its end brings with it. */
  async close(id: string): Promise<void> {
    await this.update(id, {
      UpdateExpression: 'REMOVE #open',
      ExpressionAttributeNames: { '#open': 'open' },
    });
  }

  /** Those that are not done with and were begun before a time, the earliest first; a little behind. */
  async openBefore(time: Date, limit: number): Promise<StatementRecord[]> {
    const { Items = [] } = await this.db.send(
      new QueryCommand({ TableName: this.table, Limit: limit, ...openBefore(time) }),
    );
    return Items.map(statementFrom);
  }

  private change(
    id: string,
    columns: Record<string, unknown>,
    from: StatementStatus[],
    also?: string,
  ): Promise<StatementRecord | undefined> {
    const { UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues } = setting(columns);
    const states = from.map((_, index) => `:from${index}`);
    return this.update(id, {
      UpdateExpression,
      ConditionExpression: `#status IN (${states.join(', ')})${also ? ` AND ${also}` : ''}`,
      ExpressionAttributeNames: { ...ExpressionAttributeNames, '#status': 'status' },
      ExpressionAttributeValues: {
        ...ExpressionAttributeValues,
        ...Object.fromEntries(from.map((status, index) => [`:from${index}`, status])),
      },
    });
  }

  private async update(
    id: string,
    input: Omit<UpdateCommandInput, 'TableName' | 'Key' | 'ReturnValues'>,
  ): Promise<StatementRecord | undefined> {
    try {
      const { Attributes } = await this.db.send(
        new UpdateCommand({ TableName: this.table, Key: { id }, ReturnValues: 'ALL_NEW', ...input }),
      );
      return Attributes && statementFrom(Attributes);
    } catch (error) {
      if (isConditionFailure(error)) return undefined;
      throw error;
    }
  }
}
