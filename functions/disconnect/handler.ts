import { documentClient } from '@readout/runtime/clients.ts';
import { Connections } from '@readout/runtime/connections.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { disconnect } from './disconnect.ts';

export const handler = disconnect({
  connections: new Connections(documentClient(), requireEnv('CONNECTIONS_TABLE')),
});
