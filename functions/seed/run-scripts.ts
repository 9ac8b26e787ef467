import { createHash } from 'node:crypto';
import { splitStatements } from '@readout/runtime/report/statements.ts';
import { withConstants } from './constants.ts';
import { filesUnder, type SourceFile } from './files-under.ts';
import { loadedTables } from './loaded-tables.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { placeFiles } from './place-files.ts';
import type { SeedDeps } from './seed.ts';

/** Where sample data stands in the data bucket. */
const DATA_PREFIX = 'sample';

/**
 * Puts the sample data into the data bucket, then runs the changed scripts of schema/, then those of sample/, each as
 * one transaction. Throws what Redshift says, with the script's name; the scripts before it are remembered as run.
 */
export async function runScripts(deps: SeedDeps, sql: SourceFile[], manifest: Manifest): Promise<void> {
  const { objects, runBatch, datasets, log, now, place } = deps;
  const data = await filesUnder(place.dataFolder, '.', DATA_PREFIX);
  await placeFiles({ objects, log }, place.dataBucket, data);
  const scripts = { ...manifest.scripts };
  for (const script of scriptsIn(sql)) {
    const text = withConstants(script, { data_bucket: place.dataBucket });
    const hash = hashOf(text, data, place.warehouse);
    if (scripts[script.key] === hash) {
      log.info(`${script.key} has run before.`);
      continue;
    }
    const statements = splitStatements(text);
    log.info(`${script.key}: ${statements.length} statements.`);
    const took = await runBatch(script.key, statements);
    log.info(`${script.key} took ${took} ms.`);
    await datasets.markLoaded(loadedTables(statements), now());
    scripts[script.key] = hash;
    await writeManifest(objects, place.dataBucket, { ...manifest, scripts });
  }
}

const scriptsIn = (sql: SourceFile[]): SourceFile[] =>
  ['schema/', 'sample/'].flatMap((folder) =>
    sql.filter(({ key }) => key.startsWith(folder) && key.endsWith('.sql')),
  );

/** Of the script, the data files that it names, and the warehouse that it runs in. */
function hashOf(text: string, data: SourceFile[], warehouse: object): string {
  const named = data.filter(({ key }) => text.includes(key)).map(({ etag }) => etag);
  return createHash('sha256')
    .update(JSON.stringify([text, named, warehouse]))
    .digest('hex');
}
