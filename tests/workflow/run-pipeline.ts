import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runWorkflow, type WorkflowResult } from '../../local/step-functions/index.ts';
import type { Task } from './run-report.ts';

const file = fileURLToPath(new URL('../../statemachine/run-pipeline.asl.json', import.meta.url));

/** The workflow of pipelines as it is deployed. */
export const definition = () => {
  const arns: Record<string, string> = {
    RunScriptArn: 'arn:run-script',
    EndScriptArn: 'arn:end-script',
    FinishPipelineArn: 'arn:finish-pipeline',
  };
  return JSON.parse(
    readFileSync(file, 'utf8').replace(/\$\{(\w+)\}/g, (_, name: string) => {
      if (arns[name] === undefined) throw new Error(`the template substitutes no ${name}`);
      return arns[name];
    }),
  );
};

export const runId = '7d9f2b34-6a0e-4c51-9c1d-0f6f7f1c2ab3';

/** Two scripts side by side, then one, then one. */
export const input = {
  runId,
  steps: [
    { number: 10, scripts: ['10_load_customer', '10_load_item'] },
    { number: 20, scripts: ['20_load_sales'] },
    { number: 90, scripts: ['90_validate'] },
  ],
  timeoutSeconds: 1800,
};

/** Runs the workflow with some of its tasks replaced; the others do well. Retries take no time. */
export const runPipeline = (
  tasks: Record<string, Task> = {},
  given: object = input,
): Promise<WorkflowResult> =>
  runWorkflow({
    definition: definition(),
    input: given,
    tasks: {
      RunScript: () => ({ status: 'succeeded' }),
      EndScript: () => ({ Payload: null }),
      FinishPipeline: () => ({ Payload: { status: 'succeeded' } }),
      ...tasks,
    },
  });

/** Of every call that a state made: what the function was given. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the payload
export const payloadsOf = ({ calls }: WorkflowResult, state: string): any[] =>
  calls
    .filter((call) => call.state === state)
    .map(({ arguments: given }) => (given as { Payload: unknown }).Payload);
