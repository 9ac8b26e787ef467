import type { Pipeline } from '@readout/runtime/contracts.ts';
import { AccessDenied, detailOf, isKnown } from '@readout/runtime/errors.ts';
import type { PipelineFolders } from '@readout/runtime/pipeline/pipelines-in.ts';
import { describedIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { maySee } from '@readout/runtime/pipeline-runs/tell-pipeline-run.ts';
import type { RestAction } from '@readout/runtime/rest.ts';

interface Deps {
  folders: Pick<PipelineFolders, 'list' | 'readFile'>;
  operatorGroup: string;
}

/**
 * `GET /pipelines`: the pipelines that the caller may see; one whose file is broken is listed for all with what is wrong.
 * `GET /pipelines/{pipeline}`: one of them. Throws PipelineNotFound, AccessDenied, InvalidTemplate.
 */
export const listPipelines =
  ({ folders, operatorGroup }: Deps): RestAction =>
  async ({ caller, path: { pipeline: id } }) => {
    const isSeen = (one: Pipeline): boolean => maySee(one, caller.groups, operatorGroup);
    if (id !== undefined) {
      const pipeline = await describedIn(folders, id);
      if (!isSeen(pipeline)) throw new AccessDenied(`The pipeline ${id} is for other groups than yours.`);
      return { body: pipeline };
    }
    const ids = [...(await folders.list()).keys()];
    const pipelines = await Promise.all(ids.map((one) => readLeniently(folders, one)));
    return { body: { pipelines: pipelines.filter((one) => one !== undefined && isSeen(one)) } };
  };

/** Undefined for one that was deleted since it was listed. */
async function readLeniently(folders: Deps['folders'], id: string): Promise<Pipeline | undefined> {
  try {
    return await describedIn(folders, id);
  } catch (error) {
    if (!isKnown(error)) throw error;
    if (error.name === 'PipelineNotFound') return undefined;
    return { id, title: id, tags: [], parameters: [], steps: [], overlap: 'refuse', error: detailOf(error) };
  }
}
