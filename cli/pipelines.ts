import type { Client } from '@readout/client';
import type { Command } from 'commander';
import { followPipelineRun } from './follow-pipeline-run.ts';
import { inputsFrom } from './inputs.ts';
import { listing, withInputs } from './options.ts';

type Say = (line: string) => void;
interface Follow {
  follow: boolean;
}

/** `pipelines` and what is below it. The id of a run goes to stdout, how it goes to stderr. */
export function addPipelines(readout: Command, openClient: () => Promise<Client>, say: Say): void {
  const pipelines = readout
    .command('pipelines')
    .description('Lists the pipelines that you may start, with their inputs.')
    .option('--json', 'everything that is known of them, as JSON', false)
    .action(async ({ json }: { json: boolean }) => {
      process.stdout.write(listing(await (await openClient()).pipelines(), json));
    });

  const following = (command: Command) =>
    command.option('--follow', 'wait for its end, and say how each script goes', false);
  const begun = async (client: Client, runId: string, { follow }: Follow) => {
    process.stdout.write(`${runId}\n`);
    if (follow) await followPipelineRun(client, runId, say);
  };

  following(withInputs(pipelines.command('run')))
    .description('Starts a pipeline, which goes on by itself. Its inputs are options, as those of a report.')
    .argument('<pipeline>', 'its id, as in sales')
    .argument('[inputs...]')
    .action(
      async (id: string, given: string[], { input = [], ...options }: Follow & { input?: string[] }) => {
        const client = await openClient();
        const { parameters } = await client.rest.getPipeline(id);
        const { runId } = await client.startPipeline(id, inputsFrom(parameters, [...given, ...input]));
        await begun(client, runId, options);
      },
    );

  following(pipelines.command('retry'))
    .description('Runs a pipeline that has failed again, from the step that did, with the same inputs.')
    .argument('<runId>')
    .action(async (failed: string, options: Follow) => {
      const client = await openClient();
      await begun(client, (await client.retryPipelineRun(failed)).runId, options);
    });

  pipelines
    .command('follow')
    .description('Waits for the end of a run, and says how each script goes.')
    .argument('<runId>')
    .action(async (runId: string) => followPipelineRun(await openClient(), runId, say));

  pipelines
    .command('cancel')
    .description('Stops what runs in Redshift, and sends nothing more.')
    .argument('<runId>')
    .action(async (runId: string) => {
      const { status } = await (await openClient()).cancelPipelineRun(runId);
      say(status === 'cancelled' ? 'cancelled' : 'about to stop');
    });
}
