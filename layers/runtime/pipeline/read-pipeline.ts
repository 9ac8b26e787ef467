import type { Pipeline, PipelineStep } from '../contracts.ts';
import { checkParameters } from '../report/check-parameters.ts';
import { type LocatedYaml, readAs, readYaml } from '../report/located-yaml.ts';
import { EXPECTED_SCRIPT, PIPELINE_FILE, scriptName, stepOf } from './pipeline-id.ts';
import { type PipelineNotices, pipelineSchema } from './pipeline-schema.ts';

/** A pipeline as its folder says it, without what its scripts hold. */
export interface DescribedPipeline {
  pipeline: Pipeline;
  notices: PipelineNotices;
  /** Where each value of its file stands. */
  source: LocatedYaml;
}

/** Of one pipeline: a workflow waits for all of a step, and a message about a run holds each of them. */
const MOST_SCRIPTS = 60;

/** Reads the text of `pipeline.yaml`, beside files of these names. Throws Problem. */
export function readPipeline(id: string, yaml: string, files: readonly string[]): DescribedPipeline {
  const source = readYaml(yaml, 0, 'the pipeline');
  const { notices, ...described } = readAs(pipelineSchema, source, 'pipeline');
  const pipeline = { id, ...described, steps: stepsOf(files) };
  checkParameters(pipeline, source);
  return { pipeline, notices, source };
}

/** What is wrong with the names of a pipeline's files, by file; the pipeline's own file for all together. */
export function problemsOfNames(files: readonly string[]): [file: string, message: string][] {
  const scripts = files.filter((name) => name !== PIPELINE_FILE);
  const strange = scripts.filter((name) => stepOf(name) === undefined);
  return [
    ...strange.map((name): [string, string] => [name, EXPECTED_SCRIPT]),
    ...(scripts.length === 0 ? [[PIPELINE_FILE, 'there is no script beside it'] as [string, string]] : []),
    ...(scripts.length > MOST_SCRIPTS
      ? [[PIPELINE_FILE, `a pipeline has ${MOST_SCRIPTS} scripts at most`] as [string, string]]
      : []),
  ];
}

/** Scripts by the number in their names. */
function stepsOf(files: readonly string[]): PipelineStep[] {
  const steps = new Map<number, string[]>();
  for (const file of [...files].sort()) {
    const number = stepOf(file);
    if (number !== undefined) steps.set(number, [...(steps.get(number) ?? []), scriptName(file)]);
  }
  return [...steps].sort(([a], [b]) => a - b).map(([number, scripts]) => ({ number, scripts }));
}
