import type { Connection } from '../connections.ts';
import type { ServerMessage } from '../contracts.ts';
import { noon } from '../testing/examples.ts';
import { pipelineRunId, queuedPipelineRun } from '../testing/pipelines.ts';
import { pipelineRunTeller } from './tell-pipeline-run.ts';

const connection = (groups?: string[]): Connection => ({
  connectionId: 'x',
  owner: 'x',
  email: '',
  ...(groups && { groups }),
  connectedAt: noon.toISOString(),
  expiresAt: 2e9,
});

/** What a connection of these groups hears of a run that is for some. */
const heard = async (groups: string[] | undefined, access?: string[]): Promise<ServerMessage | undefined> => {
  let message: ServerMessage | undefined;
  const broadcast = async (messageFor: (one: Connection, open: number) => ServerMessage | undefined) => {
    message = messageFor(connection(groups), 1);
  };
  const { access: _, ...record } = queuedPipelineRun();
  await pipelineRunTeller({ broadcast, operatorGroup: 'operators' })({
    ...record,
    ...(access && { access }),
  });
  return message;
};

it.each<[string, string[] | undefined, string[] | undefined, boolean]>([
  ['those whom it is for', ['analysts'], ['analysts', 'others'], true],
  ['everyone, where it is for everyone', [], undefined, true],
  ['operators', ['operators'], ['analysts'], true],
  ['nobody else', ['others'], ['analysts'], false],
  ['nobody whose groups are not known', undefined, ['analysts'], false],
])('tells %s', async (_who, groups, access, does) => {
  const message = await heard(groups, access);
  if (does) expect(message).toMatchObject({ type: 'pipeline-run', runId: pipelineRunId, version: 1 });
  else expect(message).toBeUndefined();
});
