import { objectClient, redshiftClient } from '@readout/runtime/clients.ts';
import { requireEnv, requireNumber } from '@readout/runtime/environment.ts';
import { rest } from '@readout/runtime/rest.ts';
import { readingExactIntegers } from '@readout/runtime/result/exact-integers.ts';
import { stillMayRead } from '@readout/runtime/result/still-may-read.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { now, restSettings, runStarting, runsTable } from '@readout/runtime/wiring.ts';
import { downloadResult } from './download-result.ts';
import { linksInto } from './links.ts';

/** Of JSON: what API Gateway waits for, 29 seconds, is enough to read it and to write a workbook. */
const MOST_BYTES = 20_000_000;

const objects = objectClient();
const bucket = requireEnv('DOWNLOAD_BUCKET');
const readTemplate = templatesIn(objects, requireEnv('TEMPLATE_BUCKET'));

export const handler = rest(
  restSettings(),
  downloadResult({
    runs: runsTable(),
    start: runStarting(),
    stillMayRead: stillMayRead({ readTemplate }),
    redshift: readingExactIntegers(redshiftClient()),
    objects,
    bucket,
    linkTo: linksInto(objects, bucket),
    most: { rows: requireNumber('DOWNLOAD_ROWS'), bytes: MOST_BYTES },
    now,
  }),
);
