import { randomUUID } from 'node:crypto';
import { systemClock } from '../../service.ts';
import { withFaults } from '../events/faults.ts';
import { createRedshiftData, type StatementEvent } from '../index.ts';
import { folderObjects } from '../objects/folder-objects.ts';
import type { FetchedObjects } from '../objects/s3-objects.ts';
import type { Options } from './options.ts';
import { serveHttp } from './serve.ts';

const place = { account: '000000000000', region: process.env.AWS_REGION ?? 'us-east-1' };
const noObjects = 'start with --s3 or --s3-endpoint to COPY and UNLOAD';

/**
 * Starts the emulator as the command line says.
 * @throws StartError for a taken port; the engine's error for a database file that it cannot open
 */
export const startServer = async (options: Options, log: (line: string) => void) => {
  const objects = await objectsOf(options);
  const service = await createRedshiftData({
    ...place,
    clock: systemClock,
    newId: randomUUID,
    databaseFile: options.database,
    objects,
    publish: await publishOf(options, log),
    targets: targetsOf(options),
    database: options.databaseName,
    throttle: options.throttle,
    log,
  });
  const end = async () => {
    await service.close();
    await objects.close();
  };
  try {
    const server = await serveHttp(service, options.port, callerOf);
    return { endpoint: server.endpoint, close: () => server.close().then(end) };
  } catch (error) {
    await end();
    throw error;
  }
};

/** Every key is a session of one role, so that all see each other's statements. */
const callerOf = (accessKeyId: string) => ({
  arn: `arn:aws:sts::${place.account}:assumed-role/local/${accessKeyId}`,
});

const targetsOf = ({ workgroup, cluster }: Options) => {
  if (workgroup.length + cluster.length === 0) return undefined;
  const targets = [
    ...workgroup.map((workgroupName) => ({ workgroupName })),
    ...cluster.map((clusterIdentifier) => ({ clusterIdentifier })),
  ];
  return () => targets;
};

const objectsOf = async ({ s3, s3Endpoint }: Options): Promise<FetchedObjects> => {
  if (s3Endpoint) return (await import('../objects/s3-objects.ts')).s3Objects(s3Endpoint, place.region);
  const close = async () => undefined;
  if (s3) return { ...folderObjects(s3), close };
  const refuse = async () => {
    throw new Error(noObjects);
  };
  return { localPaths: refuse, store: refuse, clear: refuse, close };
};

const publishOf = async ({ eventsEndpoint, fault }: Options, log: (line: string) => void) => {
  const ignore = (_event: StatementEvent) => undefined;
  const send = eventsEndpoint
    ? (await import('../events/put-events.ts')).putEvents(eventsEndpoint, place.region)
    : ignore;
  return fault ? withFaults(send, fault, undefined, (error) => log(`event lost: ${error}`)) : send;
};
