import { InvalidTemplate } from '../errors.ts';
import { invalidFile } from '../report/invalid-file.ts';
import { Problem } from '../report/problem.ts';
import { PIPELINE_FILE, pipelinePrefix, scriptName } from './pipeline-id.ts';
import { type DescribedPipeline, problemsOfNames, readPipeline } from './read-pipeline.ts';
import { readScript, type Script } from './script.ts';

/** The texts of a pipeline's folder, by the names of the files. */
export type PipelineFolder = ReadonlyMap<string, string>;

/** A pipeline and all of its scripts, by name. */
export interface PipelineTemplate extends DescribedPipeline {
  scripts: ReadonlyMap<string, Script>;
}

/** Reads what people see of a pipeline: its file, and the names of the others. Throws InvalidTemplate. */
export function describePipeline(id: string, yaml: string, files: readonly string[]): DescribedPipeline {
  const [problem] = problemsOfNames(files);
  if (problem) throw new InvalidTemplate(`${pipelinePrefix(id)}${problem[0]}: ${problem[1]}`);
  return located(id, PIPELINE_FILE, yaml, () => readPipeline(id, yaml, files));
}

/** Reads a pipeline whole. Throws InvalidTemplate with the file, the line, and the key or the SQL at fault. */
export function parsePipeline(id: string, folder: PipelineFolder): PipelineTemplate {
  const yaml = folder.get(PIPELINE_FILE) ?? '';
  const described = describePipeline(id, yaml, [...folder.keys()]);
  const { parameters } = described.pipeline;
  const scripts = new Map(
    [...folder]
      .filter(([file]) => file !== PIPELINE_FILE)
      .map(([file, text]) => [scriptName(file), located(id, file, text, () => readScript(text, parameters))]),
  );
  located(id, PIPELINE_FILE, yaml, () => checkUnused(described, scripts.values()));
  return { ...described, scripts };
}

/** Nothing is asked for in vain. Throws Problem. */
export function checkUnused({ pipeline, source }: DescribedPipeline, scripts: Iterable<Script>): void {
  const used = new Set([...scripts].flatMap((script) => [...script.used]));
  const unused = pipeline.parameters.findIndex((parameter) => !used.has(parameter));
  if (unused >= 0)
    throw new Problem(
      `parameter ${pipeline.parameters[unused]?.name} is declared but no script uses it`,
      source.at(['parameters', unused]),
    );
}

function located<T>(id: string, file: string, text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw invalidFile(`${pipelinePrefix(id)}${file}`, text, error);
  }
}
