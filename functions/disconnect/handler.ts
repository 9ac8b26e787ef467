import { connectionsTable } from '@readout/runtime/wiring.ts';
import { disconnect } from './disconnect.ts';

export const handler = disconnect({ connections: connectionsTable() });
