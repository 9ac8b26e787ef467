import {
  type AmplifyClient,
  CreateDeploymentCommand,
  GetJobCommand,
  StartDeploymentCommand,
} from '@aws-sdk/client-amplify';
import type { ResourceAction } from '@readout/runtime/custom-resource.ts';
import type { Log } from '@readout/runtime/logger.ts';
import { z } from 'zod';
import { zipPage } from './zip-page.ts';

interface Deps {
  amplify: AmplifyClient;
  branch: { appId: string; branchName: string };
  /** What the page's layer holds: index.html and its assets. */
  pageFolder: string;
  log: Log;
  pause(milliseconds: number): Promise<void>;
}

/** What becomes /config.json: the page's addresses. */
const Properties = z.object({ Config: z.record(z.string(), z.string().min(1)) });

/**
 * Publishes the built page, with its configuration beside it, as a manual deployment of an Amplify branch, and waits
 * until it is served. Deleting the resource does nothing: the page goes with its app.
 */
export const publishPage =
  (deps: Deps): ResourceAction =>
  async ({ type, properties }) => {
    if (type === 'Delete') return;
    const { amplify, branch, pageFolder, log } = deps;
    const zip = await zipPage(pageFolder, Properties.parse(properties).Config);
    const { jobId, zipUploadUrl = '' } = await amplify.send(new CreateDeploymentCommand(branch));
    await upload(zipUploadUrl, zip);
    log.info(`The page is uploaded, ${zip.length} bytes.`);
    await amplify.send(new StartDeploymentCommand({ ...branch, jobId }));
    await finished(deps, jobId ?? '');
  };

async function upload(url: string, zip: Uint8Array<ArrayBuffer>): Promise<void> {
  const { ok, status } = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/zip' },
    body: zip,
  });
  if (!ok) throw new Error(`Amplify took the page with status ${status}.`);
}

/** Amplify tells nobody when a job ends, so it is asked; a deployment takes seconds. */
async function finished({ amplify, branch, log, pause }: Deps, jobId: string): Promise<void> {
  for (;;) {
    const { job } = await amplify.send(new GetJobCommand({ ...branch, jobId }));
    const status = job?.summary?.status;
    log.info(`Deployment ${jobId} is ${status}.`);
    if (status === 'SUCCEED') return;
    if (status === 'FAILED' || status === 'CANCELLED')
      throw new Error(`Amplify's deployment ${jobId} is ${status}.`);
    await pause(2000);
  }
}
