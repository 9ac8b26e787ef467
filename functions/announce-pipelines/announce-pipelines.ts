import { type Broadcast, timeToAsk } from '@readout/runtime/broadcast.ts';
import type { Connection } from '@readout/runtime/connections.ts';
import type { ServerMessage } from '@readout/runtime/contracts.ts';
import { isKnown } from '@readout/runtime/errors.ts';
import type { Log } from '@readout/runtime/logger.ts';
import { ObjectEvent } from '@readout/runtime/object-event.ts';
import { parse } from '@readout/runtime/parse.ts';
import { partOf } from '@readout/runtime/pipeline/pipeline-id.ts';
import { describedIn, type PipelineFolders } from '@readout/runtime/pipeline/pipelines-in.ts';
import { maySee } from '@readout/runtime/pipeline-runs/tell-pipeline-run.ts';
import { type GatherDeps, gather } from '@readout/runtime/saved-files.ts';

interface Deps extends GatherDeps {
  folders: Pick<PipelineFolders, 'readFile'>;
  operatorGroup: string;
  broadcast: Broadcast;
  log: Log;
}

/** A pipeline of which a file was saved, and whom it is for. */
interface Saved {
  id: string;
  access?: string[];
}

/**
 * Tells every open page which of the pipelines that its person may see have changed. One that is gone, or whose file is
 * broken, so that whom it is for nobody knows, is told to all, as it is listed to all; what is wrong with it is logged.
 */
export const announcePipelines =
  (deps: Deps) =>
  async (input: unknown): Promise<void> => {
    const { id, detail } = parse(ObjectEvent, input);
    const part = partOf(detail.object.key);
    if (!part) return deps.log.warn(`${detail.object.key} belongs to no pipeline.`);
    const names = await gather(deps, part.pipeline, id);
    const saved = await Promise.all(names.map((name) => look(deps, name)));
    if (saved.length > 0) await deps.broadcast(messageOf(saved, deps.operatorGroup));
  };

const messageOf =
  (saved: Saved[], operatorGroup: string) =>
  ({ groups = [] }: Connection, open: number): ServerMessage | undefined => {
    const pipelines = saved.filter((one) => maySee(one, groups, operatorGroup)).map(({ id }) => id);
    return pipelines.length > 0 ? { type: 'pipelines', pipelines, within: timeToAsk(open) } : undefined;
  };

async function look({ folders, log }: Deps, id: string): Promise<Saved> {
  try {
    const { access } = await describedIn(folders, id);
    return { id, ...(access && { access }) };
  } catch (error) {
    if (!isKnown(error)) throw error;
    if (error.name === 'InvalidTemplate') log.warn(error.message);
    return { id };
  }
}
