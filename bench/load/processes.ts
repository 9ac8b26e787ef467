import { readFileSync } from 'node:fs';

/** A process of the stack at one moment. */
export interface ProcessReading {
  pid: number;
  /** The function's name, or `stack`. */
  name: string;
  cpuMs: number;
  rssMb: number;
}

const tickMs = 10;
const ended = 'ended functions';

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
      { pid, name: functionName(pid), cpuMs: (user + system) * tickMs, rssMb },
      { pid, name: ended, cpuMs: (childUser + childSystem) * tickMs, rssMb: 0 },
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

/**
 * Milliseconds of processor time between two readings, by process name. What a process that has ended meanwhile had used
 * before goes off what its parent counts for it.
 */
export const cpuBetween = (before: ProcessReading[], after: ProcessReading[]): Map<string, number> => {
  const gone = new Map(before.map((reading) => [keyOf(reading), reading.cpuMs]));
  const sums = new Map<string, number>();
  const add = (name: string, ms: number): unknown => sums.set(name, (sums.get(name) ?? 0) + ms);
  for (const reading of after) {
    add(reading.name, reading.cpuMs - (gone.get(keyOf(reading)) ?? 0));
    gone.delete(keyOf(reading));
  }
  add(ended, -sumOf(gone.values()));
  return sums;
};

const keyOf = ({ pid, name }: ProcessReading): string => `${pid} ${name}`;

export const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
