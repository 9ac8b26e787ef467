import type { Pipeline } from '../contracts.ts';
import { isKnown } from '../errors.ts';
import {
  checkAccess,
  checkOptions,
  type Finding,
  type Reports,
  type SqlFile,
  type SqlProblem,
} from '../report/check-reports.ts';
import { Problem, placeOf } from '../report/problem.ts';
import { tokenize } from '../report/tokens.ts';
import { validateInputs } from '../report/validate-inputs.ts';
import { repetitionsIn } from './idempotence.ts';
import { checkUnused } from './parse-pipeline.ts';
import { EXPECTED_FOLDER, EXPECTED_SCRIPT, PIPELINE_FILE, PIPELINES_PREFIX, partOf } from './pipeline-id.ts';
import { type DescribedPipeline, problemsOfNames, readPipeline } from './read-pipeline.ts';
import { readScript } from './script.ts';

/** The files of one folder, by name. */
type Folder = Map<string, SqlFile>;

/**
 * What is wrong with pipelines, each by itself and with one another. The runtime's own parser reads them; besides, who may
 * see one has to be written down, what starts it by itself has to be able to, chains must not go round, and a script has to
 * be fit to run twice.
 */
export function checkPipelines(files: SqlFile[], reports: Reports): SqlProblem[] {
  const folders = new Map<string, Folder>();
  const strange: SqlProblem[] = [];
  for (const file of files) {
    const part = partOf(file.path);
    if (part) folders.set(part.pipeline, (folders.get(part.pipeline) ?? new Map()).set(part.name, file));
    else strange.push(problem(file, { message: misplaced(file.path), at: 0 }));
  }
  const described = new Map(
    [...folders].flatMap(([id, folder]) => {
      const one = tryToRead(id, folder);
      return one ? [[id, one] as const] : [];
    }),
  );
  return [...strange, ...[...folders].flatMap(([id, folder]) => checkFolder(id, folder, reports, described))];
}

const misplaced = (path: string): string =>
  /^[^/]+\/[^/]+\/[^/]+$/.test(path) ? EXPECTED_FOLDER : EXPECTED_SCRIPT;

const problem = ({ path, text }: SqlFile, { message, at }: Finding): SqlProblem => ({
  path,
  ...placeOf(text, at),
  message,
});

function tryToRead(id: string, folder: Folder): DescribedPipeline | undefined {
  try {
    return readPipeline(id, folder.get(PIPELINE_FILE)?.text ?? '', [...folder.keys()]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return undefined;
  }
}

function checkFolder(
  id: string,
  folder: Folder,
  reports: Reports,
  all: ReadonlyMap<string, DescribedPipeline>,
): SqlProblem[] {
  const own = folder.get(PIPELINE_FILE);
  if (!own) {
    const path = `${PIPELINES_PREFIX}${id}/${PIPELINE_FILE}`;
    return [{ path, line: 1, column: 1, message: 'the pipeline has no such file' }];
  }
  const names = problemsOfNames([...folder.keys()]).map(([file, message]) =>
    problem(folder.get(file) ?? own, { message, at: 0 }),
  );
  const found = findings(() => {
    const read = readPipeline(id, own.text, [...folder.keys()]);
    const { pipeline, source } = read;
    return [
      ...checkAccess(source),
      ...checkOptions(pipeline, source, reports),
      ...checkChain(read, all),
      ...checkStarts(read),
    ];
  });
  const { parameters } = all.get(id)?.pipeline ?? { parameters: undefined };
  const scripts = parameters ? checkScripts(folder, all.get(id) as DescribedPipeline) : [];
  return [...names, ...found.map((one) => problem(own, one)), ...scripts];
}

/** Each script, and that no parameter is asked for in vain. */
function checkScripts(folder: Folder, described: DescribedPipeline): SqlProblem[] {
  const { parameters } = described.pipeline;
  const read: ReturnType<typeof readScript>[] = [];
  const problems = [...folder.values()].flatMap((file) => {
    if (file.path.endsWith(PIPELINE_FILE)) return [];
    return findings(() => {
      read.push(readScript(file.text, parameters));
      return repetitionsIn(tokenize(file.text));
    }).map((one) => problem(file, one));
  });
  if (read.length < folder.size - 1) return problems; // a broken script may be the one that uses it
  const own = folder.get(PIPELINE_FILE) as SqlFile;
  const unused = findings(() => {
    checkUnused(described, read);
    return [];
  });
  return [...problems, ...unused.map((one) => problem(own, one))];
}

/** Those that it starts after are there, and do not start after it. */
function checkChain(
  { pipeline: { id, after = [] }, source }: DescribedPipeline,
  all: ReadonlyMap<string, DescribedPipeline>,
): Finding[] {
  return after.flatMap((other, index) => {
    const at = source.at(['after', index]);
    if (!all.has(other)) return [{ message: `after: there is no pipeline ${other} that could be read`, at }];
    return follows(other, id, all) ? [{ message: `after: ${other} starts after ${id} itself`, at }] : [];
  });
}

/** Whether a pipeline starts after another, perhaps by way of others. */
function follows(
  from: string,
  to: string,
  all: ReadonlyMap<string, DescribedPipeline>,
  seen = new Set<string>(),
): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (all.get(from)?.pipeline.after ?? []).some((next) => follows(next, to, all, seen));
}

/** What starts it without a person gives every input that it needs. */
function checkStarts({ pipeline, source }: DescribedPipeline): Finding[] {
  const scheduled = (pipeline.schedule ?? []).flatMap(({ inputs }, index) =>
    refusal(pipeline, inputs).map((message) => ({
      message: `schedule: ${message}`,
      at: source.at(['schedule', index]),
    })),
  );
  const alone = (['trigger', 'after'] as const)
    .filter((key) => pipeline[key] !== undefined)
    .flatMap((key) =>
      refusal(pipeline, {}).map((message) => ({ message: `${key}: ${message}`, at: source.at([key]) })),
    );
  return [...scheduled, ...alone];
}

function refusal(pipeline: Pipeline, inputs: object): string[] {
  try {
    validateInputs({ report: pipeline }, inputs, { at: new Date(), timeZone: 'UTC' });
    return [];
  } catch (error) {
    if (!isKnown(error)) throw error;
    return [error.message];
  }
}

function findings(read: () => Finding[]): Finding[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error];
  }
}
