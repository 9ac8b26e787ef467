import { DeleteCommand, type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

/** What files make; all that was saved of one kind stands in one item. */
export type SavedKind = 'reports' | 'pipelines';

/** What is saved within so many milliseconds is told together. */
const GATHER = 300;
/** Who gathers and has not told within so many milliseconds has died. */
const GATHERS = 60_000;

/** What was saved and has not been told: whoever begins gathers for all who come meanwhile. */
export class SavedFiles {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
    private readonly kind: SavedKind,
  ) {}

  /** Adds one; answers whether the one who adds is to gather and tell. The same `gatherer` may come again. */
  async add(name: string, gatherer: string, now: Date): Promise<boolean> {
    const { Attributes } = await this.db.send(
      new UpdateCommand({
        TableName: this.table,
        Key: { id: this.kind },
        UpdateExpression:
          'ADD #names :name SET gatherer = if_not_exists(gatherer, :gatherer), since = if_not_exists(since, :now)',
        ExpressionAttributeNames: { '#names': 'names' }, // a word of DynamoDB's own
        ExpressionAttributeValues: {
          ':name': new Set([name]),
          ':gatherer': gatherer,
          ':now': now.getTime(),
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes?.gatherer === gatherer || now.getTime() - Number(Attributes?.since) > GATHERS;
  }

  /** Takes what was gathered out, in order; the next to come begins anew. */
  async take(): Promise<string[]> {
    const { Attributes } = await this.db.send(
      new DeleteCommand({ TableName: this.table, Key: { id: this.kind }, ReturnValues: 'ALL_OLD' }),
    );
    return [...((Attributes?.names as Set<string> | undefined) ?? [])].sort();
  }
}

export interface GatherDeps {
  saved: Pick<SavedFiles, 'add' | 'take'>;
  now(): Date;
  wait(milliseconds: number): Promise<void>;
}

/** Adds one; answers all that was saved in this moment to the first who came, and nothing to the others. */
export async function gather(
  { saved, now, wait }: GatherDeps,
  name: string,
  gatherer: string,
): Promise<string[]> {
  if (!(await saved.add(name, gatherer, now()))) return [];
  await wait(GATHER);
  return saved.take();
}
