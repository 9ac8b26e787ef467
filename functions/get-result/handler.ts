import { redshiftClient } from '@readout/runtime/clients.ts';
import { rest } from '@readout/runtime/rest.ts';
import { restSettings, runsTable } from '@readout/runtime/wiring.ts';
import { readingExactIntegers } from './exact-integers.ts';
import { getResult } from './get-result.ts';

const redshift = readingExactIntegers(redshiftClient());

export const handler = rest(restSettings(), getResult({ runs: runsTable(), redshift }));
