import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/lib-dynamodb';

/** One open WebSocket. */
export interface Connection {
  connectionId: string;
  /** The Cognito `sub` of the person at the other end. */
  owner: string;
  email: string;
  /** Those of the sign-in that opened it; left out by releases before this one. */
  groups?: string[];
  /** ISO 8601 */
  connectedAt: string;
  /** When DynamoDB may drop it, in seconds since 1970: API Gateway ends a connection after two hours. */
  expiresAt: number;
}

export class Connections {
  constructor(
    private readonly db: DynamoDBDocumentClient,
    private readonly table: string,
  ) {}

  async add(connection: Connection): Promise<void> {
    await this.db.send(new PutCommand({ TableName: this.table, Item: connection }));
  }

  /** Forgets a connection; one that is not known is no error. */
  async remove(connectionId: string): Promise<void> {
    await this.db.send(new DeleteCommand({ TableName: this.table, Key: { connectionId } }));
  }

  async of(owner: string): Promise<Connection[]> {
    const pages = paginateQuery(
      { client: this.db },
      {
        TableName: this.table,
        IndexName: 'byOwner',
        KeyConditionExpression: '#owner = :owner',
        ExpressionAttributeNames: { '#owner': 'owner' },
        ExpressionAttributeValues: { ':owner': owner },
      },
    );
    const connections: Connection[] = [];
    for await (const { Items = [] } of pages) connections.push(...(Items as Connection[]));
    return connections;
  }

  /** Every connection of everybody. */
  async all(): Promise<Connection[]> {
    const connections: Connection[] = [];
    for await (const { Items = [] } of paginateScan({ client: this.db }, { TableName: this.table }))
      connections.push(...(Items as Connection[]));
    return connections;
  }
}
