import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { parse } from 'yaml';
import type { TableProperties } from '../../../local/dynamodb/create-table.ts';
import { createDynamoDb } from '../../../local/dynamodb/index.ts';
import { serve } from '../../../local/protocol/test-server.ts';
import { documentsOver } from '../clients.ts';
import { Connections } from '../connections.ts';
import { Datasets } from '../datasets.ts';
import { PipelineRuns } from '../pipeline-runs/pipeline-runs.ts';
import { Preferences } from '../preferences.ts';
import { ReportStatistics } from '../report-statistics.ts';
import { Runs } from '../runs.ts';
import { Schedules } from '../schedules/schedules.ts';
import { type Caps, Limits } from '../statements/limits.ts';
import { Line } from '../statements/line.ts';
import { Shares } from '../statements/shares.ts';
import { Statements } from '../statements/statements.ts';
import { Tickets } from '../tickets.ts';
import { transacting } from '../transaction.ts';

/** The application's tables, empty, in a DynamoDB of this machine behind a real socket. */
export interface TestTables {
  db: DynamoDBDocumentClient;
  runs: Runs;
  statements: Statements;
  shares: Shares;
  limits: Limits;
  /** The limits with other numbers of slots. */
  limitsWith(caps: Caps): Limits;
  line: Line;
  /** The ids of all who stand in line, whatever they wait for; the first first. */
  inLine(): Promise<string[]>;
  connections: Connections;
  tickets: Tickets;
  preferences: Preferences;
  pipelineRuns: PipelineRuns;
  schedules: Schedules;
  statistics: ReportStatistics;
  datasets: Datasets;
  close(): Promise<void>;
}

/** The tables as template.yaml describes them: `RunsTable` is `runs` here. */
const tablesOfTheTemplate = (): TableProperties[] => {
  const file = fileURLToPath(new URL('../../../template.yaml', import.meta.url));
  const { Resources } = parse(readFileSync(file, 'utf8'), { logLevel: 'silent', merge: true });
  // biome-ignore lint/suspicious/noExplicitAny: the template is checked by its own tools
  return Object.entries<any>(Resources).flatMap(([id, { Type, Properties }]) => {
    if (Type !== 'AWS::DynamoDB::Table') return [];
    return [{ ...Properties, TableName: id.replace(/Table$/, '').toLowerCase() }];
  });
};

export const testTables = async (): Promise<TestTables> => {
  const stateDir = await mkdtemp(join(tmpdir(), 'readout-tables-'));
  const dynamoDb = await createDynamoDb({
    stateDir,
    clock: { now: () => new Date(0) },
    account: '000000000000',
    region: 'us-east-1',
  });
  for (const table of tablesOfTheTemplate()) await dynamoDb.createTable(table);
  const server = await serve(dynamoDb);
  const client = new DynamoDBClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const db = documentsOver(client);
  const chance = { wait: async () => undefined, random: () => 0 };
  const transact = transacting({ db, ...chance });
  const limitsWith = (caps: Caps) =>
    new Limits({ db, table: 'limits', statementsTable: 'statements', caps, transact });
  return {
    db,
    runs: new Runs({ db, table: 'runs', ...chance }),
    statements: new Statements(db, 'statements'),
    shares: new Shares(db, 'statements'),
    limits: limitsWith({ perPerson: 5, perReport: 10 }),
    limitsWith,
    line: new Line({ db, table: 'limits', transact }),
    inLine: () => idsInLine(db),
    connections: new Connections(db, 'connections'),
    tickets: new Tickets(db, 'tickets'),
    preferences: new Preferences(db, 'preferences'),
    pipelineRuns: new PipelineRuns({ db, table: 'pipelineruns', transact }),
    schedules: new Schedules(db, 'schedules'),
    statistics: new ReportStatistics(db, 'catalogue'),
    datasets: new Datasets(db, 'catalogue'),
    close: async () => {
      client.destroy();
      await server.close();
      await rm(stateDir, { recursive: true });
    },
  };
};

/** Each stands in two lines, or none. */
const idsInLine = async (db: DynamoDBDocumentClient): Promise<string[]> => {
  const { Items = [] } = await db.send(new ScanCommand({ TableName: 'limits', ConsistentRead: true }));
  const of = (kind: string): string[] =>
    Items.filter(({ limit, entry }) => limit.startsWith(kind) && entry.startsWith('line#'))
      .sort((a, b) => (a.entry < b.entry ? -1 : 1))
      .map(({ id }) => id);
  expect(of('person:')).toEqual(of('report:'));
  return of('person:');
};
