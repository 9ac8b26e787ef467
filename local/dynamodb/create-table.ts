import { setTimeout } from 'node:timers/promises';
import type {
  CreateTableInput,
  KeySchemaElement,
  LocalSecondaryIndex,
  TableDescription,
  TimeToLiveSpecification,
} from '@aws-sdk/client-dynamodb';
import { notEmulated, ServiceError } from '../protocol/service-error.ts';
import type { Engine } from './engine.ts';
import type { TimeToLive } from './time-to-live.ts';

/** Properties of `AWS::DynamoDB::Table`. */
export type TableProperties = Omit<CreateTableInput, 'TableName'> & {
  TableName: string;
  TimeToLiveSpecification?: TimeToLiveSpecification;
};

export interface DeployedTable {
  name: string;
  arn: string;
}

const shape = [
  'TableName',
  'AttributeDefinitions',
  'KeySchema',
  'BillingMode',
  'ProvisionedThroughput',
  'GlobalSecondaryIndexes',
  'LocalSecondaryIndexes',
];
/** What protects or accounts for data in the cloud and changes no answer here. */
const withoutLocalEffect = [
  'ContributorInsightsSpecification',
  'DeletionProtectionEnabled',
  'OnDemandThroughput',
  'PointInTimeRecoverySpecification',
  'SSESpecification',
  'TableClass',
  'Tags',
];

/** The part of a CreateTable request that dynalite knows. Throws `not emulated`, naming any property that would matter. */
export const tableShape = (properties: object): object => {
  for (const name of Object.keys(properties)) {
    if (![...shape, ...withoutLocalEffect].includes(name)) throw notEmulated(`AWS::DynamoDB::Table ${name}`);
  }
  return Object.fromEntries(Object.entries(properties).filter(([name]) => shape.includes(name)));
};

/**
 * Deploys a table: creates it, or finds it as an earlier start left it. Throws when its keys or indexes are not those of
 * the template any more.
 */
export const createTable = async (
  engine: Engine,
  timeToLive: TimeToLive,
  { TimeToLiveSpecification = { Enabled: false, AttributeName: '' }, ...properties }: TableProperties,
): Promise<DeployedTable> => {
  const { TableName } = properties;
  const wanted = tableShape(properties) as CreateTableInput;
  let table = describeTable(engine, TableName);
  if (!table) {
    await engine.call('CreateTable', wanted);
    table = await whenActive(engine, TableName);
  } else if (keysOf(table) !== keysOf(wanted)) {
    throw new Error(
      `the table ${TableName} was kept from an earlier start with other keys or indexes; start with --fresh to replace it`,
    );
  }
  await timeToLive.set(TableName, TimeToLiveSpecification);
  return { name: TableName, arn: table?.TableArn ?? '' };
};

const whenActive = async (engine: Engine, TableName: string): Promise<TableDescription | undefined> => {
  const table = describeTable(engine, TableName);
  if (table?.TableStatus === 'ACTIVE') return table;
  await setTimeout(1);
  return whenActive(engine, TableName);
};

const describeTable = ({ now }: Engine, TableName: string): TableDescription | undefined => {
  try {
    return now<{ Table: TableDescription }>('DescribeTable', { TableName }).Table;
  } catch (error) {
    if (error instanceof ServiceError && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};

type Index = Partial<Pick<LocalSecondaryIndex, 'IndexName' | 'KeySchema' | 'Projection'>>;
/** What CreateTable and DescribeTable both say. */
type Keyed = Pick<TableDescription, 'KeySchema' | 'AttributeDefinitions'> & {
  GlobalSecondaryIndexes?: Index[];
  LocalSecondaryIndexes?: Index[];
};

/** The keys and indexes of a table in one line, whatever order they were written in. */
const keysOf = (table: Keyed): string =>
  [
    keyOf(table.KeySchema),
    ...(table.AttributeDefinitions ?? [])
      .map(({ AttributeName, AttributeType }) => `${AttributeName}:${AttributeType}`)
      .sort(),
    ...indexesOf('global', table.GlobalSecondaryIndexes),
    ...indexesOf('local', table.LocalSecondaryIndexes),
  ].join(' ');

const keyOf = (schema: KeySchemaElement[] = []): string =>
  schema.map(({ AttributeName, KeyType }) => `${AttributeName}=${KeyType}`).join('+');

const indexesOf = (kind: string, indexes: Index[] = []): string[] =>
  indexes
    .map(({ IndexName, KeySchema, Projection }) => {
      const attributes = [...(Projection?.NonKeyAttributes ?? [])].sort();
      return `${kind} ${IndexName}(${keyOf(KeySchema)} ${Projection?.ProjectionType} ${attributes})`;
    })
    .sort();
