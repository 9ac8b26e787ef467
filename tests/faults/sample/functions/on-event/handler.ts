import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { DynamoDBClient, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetStatementResultCommand, RedshiftDataClient } from '@aws-sdk/client-redshift-data';

const redshift = new RedshiftDataClient({});
const dynamodb = new DynamoDBClient({});
const sockets = new ApiGatewayManagementApiClient({});
const TableName = process.env.TOPICS_TABLE;

interface Ended {
  detail: { statementId: string; state: string };
}

/** Finds who waits for the statement, reads the first page of its result and sends it to the one connection. */
export const handler = async ({ detail: { statementId, state } }: Ended) => {
  const { Items: [waiting] = [] } = await dynamodb.send(
    new ScanCommand({
      TableName,
      FilterExpression: 'statementId = :id',
      ExpressionAttributeValues: { ':id': { S: statementId } },
    }),
  );
  if (!waiting?.topic?.S || !waiting.connectionId?.S) return;
  if (state !== 'FINISHED') return console.error(`the statement ${statementId} ${state}`);
  const { Records } = await redshift.send(new GetStatementResultCommand({ Id: statementId }));
  const answer = { topic: waiting.topic.S, statementId, rows: Records };
  await sockets.send(
    new PostToConnectionCommand({
      ConnectionId: waiting.connectionId.S,
      Data: Buffer.from(JSON.stringify(answer)),
    }),
  );
  await dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key: { topic: waiting.topic },
      UpdateExpression: 'SET #state = :answered',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':answered': { S: 'answered' } },
    }),
  );
};
