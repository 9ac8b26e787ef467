import { randomUUID } from 'node:crypto';
import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { serve } from '../../protocol/test-server.ts';
import { systemClock } from '../../service.ts';
import { createRedshiftData } from '../index.ts';

/** What the contract is held against. */
export interface Subject {
  client: RedshiftDataClient;
  /** Where statements go. */
  target: { WorkgroupName?: string; ClusterIdentifier?: string; DbUser?: string; Database: string };
  close(): Promise<void>;
}

/**
 * A workgroup or cluster of a real account where REDSHIFT_DATA_CONTRACT_WORKGROUP, or …_CLUSTER and …_DB_USER, name
 * one (…_DATABASE is `dev` unless set); else the emulator.
 */
export const contractSubject = async (): Promise<Subject> => {
  const variable = (name: string) => process.env[`REDSHIFT_DATA_CONTRACT_${name}`] || undefined;
  const Database = variable('DATABASE') ?? 'dev';
  const [WorkgroupName, ClusterIdentifier] = [variable('WORKGROUP'), variable('CLUSTER')];
  if (WorkgroupName || ClusterIdentifier) {
    const client = new RedshiftDataClient({});
    const target = { WorkgroupName, ClusterIdentifier, DbUser: variable('DB_USER'), Database };
    return { client, target, close: async () => client.destroy() };
  }
  return emulated(Database);
};

const emulated = async (Database: string): Promise<Subject> => {
  const none = async () => [];
  const service = await createRedshiftData({
    ...{ clock: systemClock, newId: randomUUID, account: '000000000000', region: 'us-east-1' },
    objects: { localPaths: none, store: async () => undefined, clear: async () => undefined },
    publish: () => undefined,
    targets: () => [{ workgroupName: 'contract', database: Database }],
  });
  const { endpoint, close } = await serve(service);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new RedshiftDataClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  const end = async () => {
    client.destroy();
    await close();
  };
  return { client, target: { WorkgroupName: 'contract', Database }, close: end };
};
