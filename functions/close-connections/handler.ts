import { socketClient } from '@readout/runtime/clients.ts';
import { rest } from '@readout/runtime/rest.ts';
import { connectionsTable, restSettings } from '@readout/runtime/wiring.ts';
import { closeConnections } from './close-connections.ts';

export const handler = rest(
  restSettings(),
  closeConnections({ connections: connectionsTable(), sockets: socketClient() }),
);
