import { readFileSync } from 'node:fs';

/** A process of the stack at one moment. */
export interface ProcessReading {
  /** The function's name, or `stack`. */
  name: string;
  cpuMs: number;
  rssMb: number;
}

const tickMs = 10;

/** The process and those that it started; of what has ended only the time is left, in its parent's. Linux only. */
export const readProcesses = (pid: number): ProcessReading[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    const rssMb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return [
      { name: functionName(pid), cpuMs: (user + system) * tickMs, rssMb },
      { name: 'ended functions', cpuMs: (childUser + childSystem) * tickMs, rssMb: 0 },
      ...children.flatMap((child) => readProcesses(Number(child))),
    ];
  } catch {
    return []; // it has ended meanwhile
  }
};

const functionName = (pid: number): string => {
  const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
  return /(?:^|\0)AWS_LAMBDA_FUNCTION_NAME=([^\0]*)/.exec(environment)?.[1] ?? 'stack';
};

/** Milliseconds of processor time by process name. */
export const cpuByName = (readings: ProcessReading[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { name, cpuMs } of readings) sums.set(name, (sums.get(name) ?? 0) + cpuMs);
  return sums;
};

export const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
