import { readFile } from 'node:fs/promises';
import { cutUri, type ObjectSource } from '../objects/object-source.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import type { CopyCommand } from './parse-copy.ts';

/** One object to load. */
export interface SourceFile {
  path: string;
  /** What the tables of load errors call it. */
  name: string;
}

interface Manifest {
  entries?: { url?: string; mandatory?: boolean }[];
}

/** The objects behind a COPY's source: all under a prefix, or those that a manifest lists. Throws RedshiftError. */
export const sourceFiles = async (
  objects: ObjectSource,
  { source, options }: CopyCommand,
): Promise<SourceFile[]> => {
  const paths = await pathsOf(objects, source);
  if (paths.length === 0) throw noSuchPrefix(source);
  if (!options.manifest) return paths.map((path) => ({ path, name: nameOf(source, path) }));
  const files: SourceFile[] = [];
  for (const { url = '', mandatory } of await entriesOf(paths[0] as string, source)) {
    const path = await exactPath(objects, url);
    if (path) files.push({ path, name: url });
    else if (mandatory) throw noSuchPrefix(url);
  }
  return files;
};

/** The one object with this whole key: the first under it as a prefix, if it is not longer. */
export const exactPath = async (objects: ObjectSource, s3Uri: string): Promise<string | undefined> => {
  const [path] = await pathsOf(objects, s3Uri);
  return path?.replaceAll('\\', '/').endsWith(`/${s3Uri.slice(s3Uri.lastIndexOf('/') + 1)}`)
    ? path
    : undefined;
};

const pathsOf = async (objects: ObjectSource, s3Uri: string): Promise<string[]> => {
  try {
    return await objects.localPaths(s3Uri);
  } catch (error) {
    throw bucketError(error);
  }
};

/** What S3 refuses, as Redshift passes it on. */
export const bucketError = (error: unknown): unknown =>
  (error as Error).name === 'NoSuchBucket'
    ? new RedshiftError(
        'ERROR: S3ServiceException:The specified bucket does not exist,Status 404,Error NoSuchBucket',
      )
    : error;

const entriesOf = async (path: string, source: string): Promise<NonNullable<Manifest['entries']>> => {
  try {
    const { entries } = JSON.parse(await readFile(path, 'utf8')) as Manifest;
    if (Array.isArray(entries)) return entries;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new RedshiftError(`ERROR: Manifest file is not in correct json format: ${source}`);
};

/** The object's address, found from the end of its path. */
const nameOf = (source: string, path: string): string => {
  const { bucket, key } = cutUri(source);
  const plain = path.replaceAll('\\', '/');
  const at = plain.lastIndexOf(`/${bucket}/${key}`);
  return at < 0 ? source : `s3:/${plain.slice(at)}`;
};

const noSuchPrefix = (source: string): RedshiftError =>
  new RedshiftError(`ERROR: The specified S3 prefix '${cutUri(source).key}' does not exist`);
