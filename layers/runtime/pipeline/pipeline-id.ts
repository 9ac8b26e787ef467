import { PipelineNotFound } from '../errors.ts';

/** Lower case and short: a pipeline's id is part of the names of its schedules, which end at 64 letters. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST_LETTERS = 40;
const FILE = /^pipelines\/([^/]+)\/([^/]+)$/;
const SCRIPT = /^(\d{1,4})_[a-z0-9]+(?:_[a-z0-9]+)*$/;

/** Where the pipelines stand in the template bucket. */
export const PIPELINES_PREFIX = 'pipelines/';

/** The file that says what a folder of scripts is. */
export const PIPELINE_FILE = 'pipeline.yaml';

/** What the name of a folder must be, in words. */
export const EXPECTED_FOLDER = `a pipeline is a folder whose name has lower-case letters, digits and -, ${MOST_LETTERS} at most`;

/** What the name of a file must be, in words. */
export const EXPECTED_SCRIPT = `expected ${PIPELINE_FILE}, or a script such as 10_load_item.sql, of lower-case letters, digits and _`;

/** Whether a text can be the id of a pipeline, such as `sales`. */
export const isPipelineId = (text: string): boolean => text.length <= MOST_LETTERS && ID.test(text);

/** The prefix of a pipeline's objects: `pipelines/sales/`. Throws PipelineNotFound. */
export function pipelinePrefix(id: string): string {
  if (!isPipelineId(id))
    throw new PipelineNotFound(`There is no pipeline ${JSON.stringify(id.slice(0, 100))}.`);
  return `${PIPELINES_PREFIX}${id}/`;
}

/** The pipeline that an object belongs to, and its name within; undefined for any other object. */
export function partOf(key: string): { pipeline: string; name: string } | undefined {
  const [, pipeline, name] = FILE.exec(key) ?? [];
  return pipeline !== undefined && name !== undefined && isPipelineId(pipeline)
    ? { pipeline, name }
    : undefined;
}

/** The number of a script's step: `10_load_item.sql` is 10; undefined for what is no script. */
export function stepOf(file: string): number | undefined {
  const name = file.endsWith('.sql') ? scriptName(file) : '';
  const number = SCRIPT.exec(name)?.[1];
  return number === undefined || name.length > 80 ? undefined : Number(number);
}

/** `10_load_item.sql` is called `10_load_item`. */
export const scriptName = (file: string): string => file.replace(/\.sql$/, '');
