import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExecutionLog } from './execution-log.ts';
import type { Execution } from './executions.ts';

const execution = (number: number): Execution => ({
  arn: `arn:${number}`,
  name: `${number}`,
  machineArn: 'arn:machine',
  type: 'EXPRESS',
  status: 'SUCCEEDED',
  input: '{}',
  startDate: number,
  events: [],
});

it('brings back the last thousand however many there were, and keeps no more than two files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-executions-'));
  const { log } = ExecutionLog.open(folder);
  for (let number = 0; number < 3500; number += 1) log.add(execution(number));
  log.close();
  const { log: second, past } = ExecutionLog.open(folder);
  expect([past.length, past[0]?.name, past.at(-1)?.name]).toEqual([1000, '2500', '3499']);
  for (let number = 3500; number < 4100; number += 1) second.add(execution(number));
  second.close();
  const { past: third } = ExecutionLog.open(folder);
  expect([third.length, third[0]?.name, third.at(-1)?.name]).toEqual([1000, '3100', '4099']);
  expect(readdirSync(folder)).toHaveLength(2);
  rmSync(folder, { recursive: true });
});
