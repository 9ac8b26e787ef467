import { objectClient, redshiftClient } from '@readout/runtime/clients.ts';
import { requireEnv, requireNumber } from '@readout/runtime/environment.ts';
import { rest } from '@readout/runtime/rest.ts';
import { readingExactIntegers } from '@readout/runtime/result/exact-integers.ts';
import { stillMayRead } from '@readout/runtime/result/still-may-read.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { restSettings, runsTable } from '@readout/runtime/wiring.ts';
import { getResult } from './get-result.ts';

const readTemplate = templatesIn(objectClient(), requireEnv('TEMPLATE_BUCKET'));

export const handler = rest(
  restSettings(),
  getResult({
    runs: runsTable(),
    stillMayRead: stillMayRead({ readTemplate }),
    redshift: readingExactIntegers(redshiftClient()),
    mostBytes: requireNumber('MAX_RESULT_MEGABYTES') * 1_000_000,
  }),
);
