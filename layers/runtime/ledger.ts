import { BatchGetCommand, type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cursorAt } from './cursor.ts';
import { Unavailable } from './errors.ts';
import type { RunKey } from './run-record.ts';
import { failedConditions, isConflict, type Write } from './transaction.ts';

type Item = Record<string, unknown>;

/** What a change finds: the run as it is, and the number that the change will have. */
export interface Found {
  item: Item | undefined;
  cursor: string;
}

/** The row of a person that counts the changes of all their runs; a run's own id is never this. */
const LEDGER = 'ledger';
const ATTEMPTS = 40;
/** The longest pause before the next attempt, in milliseconds; it grows by this with each. */
const PAUSE = 15;

export interface LedgerDeps {
  db: DynamoDBDocumentClient;
  table: string;
  wait(milliseconds: number): Promise<void>;
  random(): number;
}

/**
 * The one way in which a person's runs change: each change is written in one transaction with the person's ledger,
 * which must still be as it was read, and so must the run, because the two are not read at one moment. So the changes of a person form one row, each made from the state that the one
 * before it left; their numbers have no gaps that fill later; and who has seen number n has all up to n behind them,
 * whatever the clocks of those who write.
 */
export class Ledger {
  constructor(private readonly deps: LedgerDeps) {}

  /**
   * Reads a run and writes what `decide` makes of it, under the condition that it is what was found; reads again when
   * something else came first. Answers undefined, and writes nothing, when `decide` does. Throws Unavailable when others
   * are always first.
   */
  async change(key: RunKey, decide: (found: Found) => Write | undefined): Promise<Found | undefined> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const read = await this.read(key);
      if (read) {
        const found = { item: read.item, cursor: cursorAt(read.count + 1) };
        const write = decide(found);
        if (!write) return undefined;
        if (await this.write(key.owner, read.count, write)) return found;
      }
      await this.deps.wait(this.deps.random() * PAUSE * attempt);
    }
    throw new Unavailable('Too much happens at once. Try again in a moment.');
  }

  /** Undefined when DynamoDB was too busy for one of the two: it says so beside the other one. */
  private async read({ owner, runId }: RunKey): Promise<{ count: number; item?: Item } | undefined> {
    const { db, table } = this.deps;
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({
        RequestItems: {
          [table]: {
            Keys: [
              { owner, runId: LEDGER },
              { owner, runId },
            ],
            ConsistentRead: true,
          },
        },
      }),
    );
    if (UnprocessedKeys?.[table]) return undefined;
    const items = Responses?.[table] ?? [];
    const ledger = items.find((item) => item.runId === LEDGER);
    return { count: Number(ledger?.changes ?? 0), item: items.find((item) => item.runId === runId) };
  }

  /** False when the ledger is not as it was read any more, or the run's own condition does not hold. */
  private async write(owner: string, count: number, write: Write): Promise<boolean> {
    const { db, table } = this.deps;
    const next: Write = {
      Update: {
        TableName: table,
        Key: { owner, runId: LEDGER },
        UpdateExpression: 'SET changes = :next',
        ConditionExpression: count === 0 ? 'attribute_not_exists(changes)' : 'changes = :count',
        ExpressionAttributeValues: { ':next': count + 1, ...(count > 0 && { ':count': count }) },
      },
    };
    try {
      await db.send(new TransactWriteCommand({ TransactItems: [next, write] }));
      return true;
    } catch (error) {
      if (failedConditions(error).length > 0 || isConflict(error)) return false;
      throw error;
    }
  }
}
