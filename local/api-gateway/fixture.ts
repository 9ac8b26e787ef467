import { randomUUID } from 'node:crypto';
import { serve, type TestServer } from '../protocol/test-server.ts';
import { systemClock } from '../service.ts';
import { type ApiGateway, type ApiGatewayOptions, createApiGateway } from './api-gateway.ts';
import type { Timers } from './timers.ts';

/** What a function of the test answers, or throws as a function error. */
export type FakeFunction = (event: Event) => unknown;

/** Any event of API Gateway, as loosely as a test reads it. */
// biome-ignore lint/suspicious/noExplicitAny: events of every kind
export type Event = any;

export interface GatewayFixture {
  gateway: ApiGateway;
  server: TestServer;
  /** The functions, by ARN; replace one to change what it does. */
  functions: Record<string, FakeFunction>;
  /** Every call so far. */
  calls: { functionArn: string; event: Event }[];
  lines: string[];
  timers: ManualTimers;
}

/** API Gateway on a free port, with functions that are functions. */
export const gatewayFixture = async (
  functions: Record<string, FakeFunction>,
  options: Partial<ApiGatewayOptions> = {},
): Promise<GatewayFixture> => {
  const calls: GatewayFixture['calls'] = [];
  const lines: string[] = [];
  const timers = manualTimers();
  const gateway = createApiGateway({
    account: '000000000000',
    region: 'us-east-1',
    clock: systemClock,
    newId: randomUUID,
    timers,
    invokeLambda: async (functionArn, event) => {
      calls.push({ functionArn, event });
      try {
        return { payload: await functions[functionArn]?.(event) };
      } catch (error) {
        if (error instanceof NotInvoked) throw error;
        const { name, message } = error as Error;
        return { payload: { errorType: name, errorMessage: message }, functionError: 'Unhandled' };
      }
    },
    jwksOf: () => {
      throw new Error('no user pool');
    },
    log: (line) => lines.push(line),
    ...options,
  });
  return { gateway, server: await serve(gateway), functions, calls, lines, timers };
};

/** Thrown by a fake function, it stands for a call that Lambda refuses. */
export class NotInvoked extends Error {
  constructor(readonly status: number) {
    super('refused by Lambda');
  }
}

export interface ManualTimers extends Timers {
  /** Lets `ms` pass. */
  advance(ms: number): void;
  readonly pending: number;
}

/** Time that passes only when the test says so. */
export const manualTimers = (): ManualTimers => {
  let now = 0;
  const waiting = new Set<{ at: number; action: () => void }>();
  return {
    after: (ms, action) => {
      const timer = { at: now + ms, action };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    advance: (ms) => {
      now += ms;
      for (const timer of [...waiting].filter(({ at }) => at <= now)) {
        waiting.delete(timer);
        timer.action();
      }
    },
    get pending() {
      return waiting.size;
    },
  };
};
