import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { BusEvent } from '../event-bridge/index.ts';
import { serve } from '../protocol/test-server.ts';
import { createScheduler, type SchedulerOptions } from './index.ts';

export const place = { account: '000000000000', region: 'us-east-1' };
export const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:send-report';
export const roleArn = 'arn:aws:iam::000000000000:role/scheduler';

/** For tests: EventBridge Scheduler on a real socket, in a time that passes only when it is told to. */
export const startScheduler = async (change: Partial<SchedulerOptions> = {}) => {
  const stateDir = change.stateDir ?? (await mkdtemp(join(tmpdir(), 'scheduler-')));
  let now = Date.parse('2026-01-02T03:04:05.000Z');
  let ids = 0;
  let sleepers: { until: number; wake(): void }[] = [];
  const invoked: unknown[] = [];
  const started: unknown[] = [];
  const published: BusEvent[] = [];
  const letters: { queue: string; body: string; attributes: Record<string, string> }[] = [];
  const scheduler = createScheduler({
    ...place,
    stateDir,
    clock: { now: () => new Date(now) },
    newId: () => `id-${++ids}`,
    invokeLambda: async (arn, event) => void invoked.push({ arn, event }),
    startExecution: async (arn, input) => started.push({ arn, input }),
    publish: (event) => void published.push(event),
    sendMessage: (queue, body, attributes) => void letters.push({ queue, body, attributes }),
    random: () => 1,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        sleepers.push({ until: now + ms, wake: resolve });
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
    ...change,
  });
  const server = await serve(scheduler);
  const client = new SchedulerClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  /** Lets time pass, stopping at every moment that somebody waits for. */
  const pass = async (ms: number): Promise<void> => {
    const end = now + ms;
    for (;;) {
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
      const next = sleepers.sort((a, b) => a.until - b.until)[0];
      if (!next || next.until > end) break;
      sleepers = sleepers.slice(1);
      now = Math.max(now, next.until);
      next.wake();
    }
    now = end;
  };
  return {
    scheduler,
    client,
    pass,
    invoked,
    started,
    published,
    letters,
    stateDir,
    close: async ({ keepState = false } = {}) => {
      client.destroy();
      await server.close();
      if (!keepState) await rm(stateDir, { recursive: true, force: true });
    },
  };
};
