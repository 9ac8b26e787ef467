import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { after, isOver } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';
import WebSocket from 'ws';
import { createReadout, type Readout } from '../../../web/src/data/readout.ts';
import { analyst, type Person } from '../../support/person.ts';
import type { RunningStack } from '../../support/stack.ts';
import { startStack } from '../../support/start-stack.cjs';

const fault =
  'lose=0.2,duplicate=0.2,reorder=0.2,throttle=0.03,cut=0.02,crash=0.02,disconnect=0.02,clock=60000,seed=3';

let stack: Awaited<ReturnType<typeof startStack>>;
let running: RunningStack;
let reconciling: NodeJS.Timeout;
let stateDir: string;
let person: Person;

beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'readout-faulty-'));
  stack = await startStack(['--state', stateDir, '--fault', fault]);
  running = { ...stack.description, stateDir };
  person = await analyst(running);
  reconciling = setInterval(reconcile, 5_000);
}, 180_000);

afterAll(async () => {
  clearInterval(reconciling);
  await stack?.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

/** Oftener than once a minute, so that the test is short; it may fail, as everything may. */
const reconcile = async (): Promise<void> => {
  const lambda = new LambdaClient({
    endpoint: running.aws,
    region: running.region,
    credentials: { accessKeyId: 'developer', secretAccessKey: 'local' },
  });
  await lambda.send(new InvokeCommand({ FunctionName: 'readout-Reconcile' })).catch(() => undefined);
  lambda.destroy();
};

/** A page of the person's without its views, and how often it saw each run end. */
const openPage = () => {
  const { rest, websocket } = running;
  const page: Readout = createReadout({
    config: {
      rest,
      websocket,
      mail: false,
      timeZone: 'UTC',
      engineerGroup: 'engineers',
      operatorGroup: 'operators',
      executions: '',
    },
    account: { email: person.email, groups: [] },
    idToken: async () => person.token,
    newId: randomUUID,
    now: Date.now,
    after,
    random: Math.random,
    openSocket: (url) => new WebSocket(url) as unknown as globalThis.WebSocket,
  });
  const ends = new Map<string, number>();
  const over = new Set<string>();
  page.runs.subscribe(() => {
    for (const run of page.runs.get().runs.values()) {
      if (!isOver(run) || over.has(`${run.runId} ${run.cursor}`)) continue;
      over.add(`${run.runId} ${run.cursor}`);
      ends.set(run.runId, (ends.get(run.runId) ?? 0) + 1);
    }
  });
  page.connection.open();
  return { page, ends };
};

/** Waits until a condition holds; Jest ends a wait that is in vain. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((pause) => setTimeout(pause, 100));
};

const months = ['2015-01', '2015-02', '2015-03'];

it('ends every run once on each of the devices, whatever goes wrong meanwhile', async () => {
  const [one, other] = [openPage(), openPage()];
  const shown = (): Run[] => [...one.page.runs.get().runs.values()];
  try {
    await until(() => one.page.connection.status.get().state === 'open');
    for (let index = 0; index < 8; index += 1) {
      const report = index % 2 === 0 ? 'taxi/daily' : 'taxi/payments';
      void one.page.run({ report, inputs: { month: months[index % 3] ?? '' }, topic: String(index) });
    }
    await until(() => [...one.page.runs.get().asked.values()].every(({ runId, error }) => runId ?? error));
    await until(() => shown().length > 0 && shown().every(isOver));
    const accepted = shown();
    expect(accepted.length).toBeGreaterThan(3);
    await until(() => accepted.every(({ runId }) => other.ends.has(runId)));
    for (const { runId, status, cursor } of accepted) {
      expect([one.ends.get(runId), other.ends.get(runId)]).toEqual([1, 1]);
      expect(other.page.runs.get().runs.get(runId)).toMatchObject({ status, cursor });
    }
  } finally {
    one.page.close();
    other.page.close();
  }
}, 400_000);
