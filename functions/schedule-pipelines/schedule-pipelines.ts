import type { Pipeline } from '@readout/runtime/contracts.ts';
import { isKnown } from '@readout/runtime/errors.ts';
import type { Log } from '@readout/runtime/logger.ts';
import { partOf } from '@readout/runtime/pipeline/pipeline-id.ts';
import type { PipelineFolders } from '@readout/runtime/pipeline/pipelines-in.ts';
import { describedIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { z } from 'zod';
import type { Schedules } from './schedules.ts';

interface Deps {
  folders: Pick<PipelineFolders, 'list' | 'readFile'>;
  schedules: Schedules;
  log: Log;
}

/** S3's word, over EventBridge, of a file that was written or deleted. */
const ObjectEvent = z.object({
  source: z.literal('aws.s3'),
  detail: z.object({ object: z.object({ key: z.string() }) }),
});

/** Keeps the schedules of a pipeline whose file was saved or deleted in step with it. */
export const onSave =
  (deps: Deps) =>
  async (input: unknown): Promise<void> => {
    const { pipeline } = partOf(ObjectEvent.parse(input).detail.object.key) ?? {};
    if (pipeline !== undefined) await keepInStep(deps, pipeline);
  };

/** Keeps all schedules in step with the files, as a deployment brings them. */
export const scheduleAll = async (deps: Deps): Promise<void> => {
  const ids = new Set((await deps.folders.list()).keys());
  for (const name of await deps.schedules.names()) ids.add(name.slice(0, name.lastIndexOf('.')));
  for (const id of ids) await keepInStep(deps, id);
};

/** Takes every schedule away. */
export const unscheduleAll = async ({ schedules }: Pick<Deps, 'schedules'>): Promise<void> => {
  for (const name of await schedules.names()) await schedules.remove(name);
};

/** Of a pipeline whose file is broken they stay as they are: what they start says what is wrong. */
async function keepInStep(deps: Deps, id: string): Promise<void> {
  const { schedules, log } = deps;
  const pipeline = await read(deps, id);
  if (pipeline === 'broken') return;
  const wanted = await schedules.put(pipeline);
  const surplus = (await schedules.names(id)).filter((name) => !wanted.includes(name));
  for (const name of surplus) await schedules.remove(name);
  log.info('The schedules of a pipeline are in step with its file.', { pipeline: id, schedules: wanted });
}

async function read(
  { folders, log }: Deps,
  id: string,
): Promise<Pick<Pipeline, 'id' | 'schedule'> | 'broken'> {
  try {
    return await describedIn(folders, id);
  } catch (error) {
    if (!isKnown(error)) throw error;
    if (error.name === 'PipelineNotFound') return { id };
    log.warn(error.message);
    return 'broken';
  }
}
