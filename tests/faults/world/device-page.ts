import { createReadout, type Readout } from '../../../web/src/data/readout.ts';
import type { Seat } from '../simulate.ts';
import type { DeviceNetwork } from './device-network.ts';
import type { World } from './world.ts';

/** The page's own data layer on a device: its time, its chance and its network are those of the world. */
export const devicePage = ({ time, dice, newId }: World, seat: Seat, network: DeviceNetwork): Readout =>
  createReadout({
    config: {
      rest: 'https://rest.local/live',
      websocket: 'wss://socket.local/live',
      mail: true,
      timeZone: 'UTC',
      engineerGroup: 'engineers',
      operatorGroup: 'operators',
      executions: '',
    },
    account: { email: '', groups: [] },
    idToken: async () => seat.person,
    newId,
    now: () => time.now(),
    after: time.after.bind(time),
    random: dice('pages'),
    openSocket: network.openSocket,
    fetch: ((url: string, init: object) => network.fetch(url.replace('/live', ''), init)) as typeof fetch,
  });
