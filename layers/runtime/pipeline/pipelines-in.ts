import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { Pipeline } from '../contracts.ts';
import { PipelineNotFound } from '../errors.ts';
import { describePipeline, type PipelineFolder } from './parse-pipeline.ts';
import { PIPELINE_FILE, PIPELINES_PREFIX, partOf, pipelinePrefix } from './pipeline-id.ts';

/** The names of the files in each pipeline's folder, by its id. */
export type PipelineFiles = ReadonlyMap<string, string[]>;

/** The pipelines in the template bucket, where `sales` is what stands under `pipelines/sales/`. */
export interface PipelineFolders {
  list(): Promise<PipelineFiles>;
  /** All of one pipeline. Throws PipelineNotFound. */
  read(id: string): Promise<PipelineFolder>;
  /** Its file, and the names of all. Throws PipelineNotFound. */
  readFile(id: string): Promise<{ yaml: string; files: string[] }>;
}

/** What people see of a pipeline, by its file and the names of the others. Throws PipelineNotFound, InvalidTemplate. */
export async function describedIn(folders: Pick<PipelineFolders, 'readFile'>, id: string): Promise<Pipeline> {
  const { yaml, files } = await folders.readFile(id);
  return describePipeline(id, yaml, files).pipeline;
}

export const pipelinesIn = (objects: S3Client, bucket: string): PipelineFolders => {
  const list = async (prefix = PIPELINES_PREFIX): Promise<PipelineFiles> => {
    const found = new Map<string, string[]>();
    for await (const page of paginateListObjectsV2({ client: objects }, { Bucket: bucket, Prefix: prefix }))
      for (const { Key = '' } of page.Contents ?? []) {
        const { pipeline, name } = partOf(Key) ?? {};
        if (pipeline !== undefined && name !== undefined)
          found.set(pipeline, [...(found.get(pipeline) ?? []), name]);
      }
    // A folder is a pipeline once its own file is there.
    return new Map([...found].filter(([, names]) => names.includes(PIPELINE_FILE)).sort());
  };
  const text = async (Key: string): Promise<string> => {
    const { Body } = await objects.send(new GetObjectCommand({ Bucket: bucket, Key }));
    return (await Body?.transformToString()) ?? '';
  };
  const filesOf = async (id: string): Promise<string[]> => {
    const files = (await list(pipelinePrefix(id))).get(id);
    if (!files) throw new PipelineNotFound(`There is no pipeline ${JSON.stringify(id)}.`);
    return files;
  };
  return {
    list: () => list(),
    read: async (id) => {
      const files = await filesOf(id);
      const prefix = pipelinePrefix(id);
      return new Map(
        await Promise.all(files.map(async (name) => [name, await text(prefix + name)] as const)),
      );
    },
    readFile: async (id) => {
      const files = await filesOf(id);
      return { files, yaml: await text(pipelinePrefix(id) + PIPELINE_FILE) };
    },
  };
};
