import type { S3Client } from '@aws-sdk/client-s3';
import type { ResourceAction } from '@readout/runtime/custom-resource.ts';
import type { Datasets } from '@readout/runtime/datasets.ts';
import type { Log } from '@readout/runtime/logger.ts';
import type { Warehouse } from '@readout/runtime/warehouse.ts';
import { z } from 'zod';
import { emptyBucket } from './empty-bucket.ts';
import { filesUnder } from './files-under.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { placeFiles, removeObjects } from './place-files.ts';
import type { RunBatch } from './run-batch.ts';
import { runScripts } from './run-scripts.ts';

export interface Place {
  /** What the SQL layer holds; other layers are mounted in the same folder. */
  sqlFolder: string;
  /** What the sample-data layer holds. */
  dataFolder: string;
  templateBucket: string;
  dataBucket: string;
  downloadBucket: string;
  warehouse: Warehouse;
}

export interface SeedDeps {
  objects: S3Client;
  runBatch: RunBatch;
  /** Is told which tables were loaded. */
  datasets: Pick<Datasets, 'markLoaded'>;
  log: Log;
  now(): Date;
  place: Place;
}

/** The folders of sql/ that are deployed. */
const SQL_FOLDERS = ['reports', 'dashboards', 'pipelines', 'schema', 'sample'];

const Properties = z.object({ SampleData: z.enum(['true', 'false']) });

/**
 * Puts sql/ into the template bucket and, unless told not to, creates and loads the sample tables; all of it again
 * only where a file has changed. At the end, empties the stack's buckets, so that they can be deleted; tables stay.
 */
export const seed =
  (deps: SeedDeps): ResourceAction =>
  async ({ type, properties }) => {
    const { objects, log, place } = deps;
    if (type === 'Delete') {
      for (const bucket of [place.templateBucket, place.dataBucket, place.downloadBucket])
        await emptyBucket(objects, bucket, log);
      return;
    }
    const { SampleData } = Properties.parse(properties);
    const sql = (await Promise.all(SQL_FOLDERS.map((folder) => filesUnder(place.sqlFolder, folder)))).flat();
    const manifest = await readManifest(objects, place.dataBucket);
    await placeFiles({ objects, log }, place.templateBucket, sql);
    const gone = manifest.templates.filter((key) => !sql.some((file) => file.key === key));
    await removeObjects({ objects, log }, place.templateBucket, gone);
    const placed = { ...manifest, templates: sql.map(({ key }) => key) };
    await writeManifest(objects, place.dataBucket, placed);
    if (SampleData === 'true') await runScripts(deps, sql, placed);
  };
