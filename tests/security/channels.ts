import { randomUUID } from 'node:crypto';
import type { Inputs, Run } from '@readout/runtime/contracts.ts';
import type { Person } from '../support/person.ts';
import { type Heard, Socket } from './socket.ts';

/** How a request for a run ended: refused with an error, or as a run that has ended. */
export type Outcome = { error: { name: string; message: string; field?: string } } | { run: Run };

/** Asks for a run and waits for its end. */
export type Channel = (report: string, inputs: Inputs) => Promise<Outcome>;

const hasEnded = ({ status }: Heard): boolean => ['succeeded', 'failed', 'cancelled'].includes(status);

/** The three ways in which inputs come in. */
export const channelsOf = (person: Person, socket: Socket): Record<string, Channel> => ({
  'a REST body': async (report, inputs) => {
    const requestId = randomUUID();
    const end = socket.next((message) => message.requestId === requestId && hasEnded(message));
    const path = `/reports/${encodeURIComponent(report)}/runs`;
    const { body } = await person.rest('POST', path, { inputs, requestId });
    return body.error ? body : { run: await end };
  },
  'a socket message': async (report, inputs) => {
    const requestId = randomUUID();
    const answer = await socket.ask(
      { action: 'run', report, inputs, requestId },
      (message) => message.requestId === requestId && (message.type === 'error' || hasEnded(message)),
    );
    return answer.type === 'error' ? { error: answer } : { run: answer };
  },
  'a handshake query': async (report, inputs) => {
    const texts = Object.entries(inputs).map(([name, value]) => [name, [value].flat().map(String)]);
    const topic = randomUUID();
    const end = socket.next((message) => message.topic === topic && hasEnded(message));
    const own = await Socket.open(person, { ...Object.fromEntries(texts), report: [report], topic: [topic] });
    const run = await end;
    await own.close();
    return run.error && run.error.name !== 'QueryFailed' ? { error: run.error } : { run };
  },
});
