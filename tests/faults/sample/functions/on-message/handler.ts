import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ExecuteStatementCommand, RedshiftDataClient } from '@aws-sdk/client-redshift-data';

const redshift = new RedshiftDataClient({});
const dynamodb = new DynamoDBClient({});

interface Message {
  requestContext: { connectionId: string };
  body: string;
}

/** Sends the query, and notes afterwards who waits for it on which topic. */
export const handler = async ({ requestContext, body }: Message) => {
  const { topic, sql } = JSON.parse(body);
  const { Id = '' } = await redshift.send(
    new ExecuteStatementCommand({ Sql: sql, Database: 'dev', WorkgroupName: 'sample', WithEvent: true }),
  );
  const waiting = { topic, statementId: Id, connectionId: requestContext.connectionId, state: 'waiting' };
  const Item = Object.fromEntries(Object.entries(waiting).map(([name, text]) => [name, { S: text }]));
  await dynamodb.send(new PutItemCommand({ TableName: process.env.TOPICS_TABLE, Item }));
  return { statusCode: 200 };
};
