import WebSocket from 'ws';
import type { LoadedStack } from '../stack-process.ts';
import { eachOf, send } from './http.ts';
import type { Person } from './people.ts';

/** A message about a run, as far as the bench reads it. */
export interface Heard {
  type: string;
  runId?: string;
  status?: string;
  requestId?: string;
  name?: string;
  message?: string;
}

/** One open page of a person. */
export interface Device {
  owner: number;
  socket: WebSocket;
}

/** Opens so many devices for each person, each through a ticket of its own; `hear` gets every message. */
export const openDevices = async (
  { description: { rest, websocket } }: LoadedStack,
  people: Person[],
  each: number,
  hear: (device: number, message: Heard) => void,
): Promise<Device[]> => {
  const devices: Device[] = [];
  const owners = people.flatMap((_, owner) => Array.from({ length: each }, () => owner));
  await eachOf(owners, 16, async (owner, index) => {
    const headers = { authorization: people[owner]?.idToken ?? '' };
    const { status, body } = await send('POST', `${rest}/tickets`, headers);
    if (status !== 200) throw new Error(`no ticket: ${status} ${JSON.stringify(body)}`);
    const socket = new WebSocket(`${websocket}?ticket=${body.ticket}`, { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.on('message', (data) => hear(index, JSON.parse(String(data))));
    devices[index] = { owner, socket };
  });
  return devices;
};

const roundMs = 8 * 60_000;

/** Pings from every device once in eight minutes, one after the other, as pages do: API Gateway ends what is silent for ten. */
export const keepAwake = (devices: Device[]): NodeJS.Timeout => {
  let next = 0;
  return setInterval(() => {
    devices[next]?.socket.send('{"action":"ping"}');
    next = (next + 1) % devices.length;
  }, roundMs / devices.length);
};
