import { rest } from '@readout/runtime/rest.ts';
import { restSettings, runsTable } from '@readout/runtime/wiring.ts';
import { getRun } from './get-run.ts';

export const handler = rest(restSettings(), getRun({ runs: runsTable() }));
