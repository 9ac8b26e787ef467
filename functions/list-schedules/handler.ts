import { rest } from '@readout/runtime/rest.ts';
import { restSettings, schedulesTable } from '@readout/runtime/wiring.ts';
import { listSchedules } from './list-schedules.ts';

export const handler = rest(restSettings(), listSchedules({ schedules: schedulesTable() }));
