import { DeleteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';

const dynamodb = new DynamoDBClient({});
const TableName = process.env.TOPICS_TABLE;

/** Clears the table: what is in it belongs to connections. That some of them are still open is not looked at. */
export const handler = async () => {
  const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName }));
  for (const { topic } of Items)
    await dynamodb.send(new DeleteItemCommand({ TableName, Key: { topic: topic ?? { S: '' } } }));
  return { statusCode: 200 };
};
