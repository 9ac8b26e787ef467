import type { Readable } from 'node:stream';

/** The lines of one process, passed on one by one and kept for the current invocation's tail. */
export interface FunctionLog {
  /** A line of Lambda's own, after all that the process has written. */
  write(line: string): void;
  /** The last `tailBytes` since the previous call. */
  takeTail(): string;
}

/** Reads `streams` (stdout and stderr) by line. */
export const functionLog = (
  streams: Readable[],
  onLine: (line: string) => void,
  tailBytes: number,
): FunctionLog => {
  let tail = '';
  const write = (line: string) => {
    tail = `${tail}${line}\n`.slice(-tailBytes);
    onLine(line);
  };
  const flushes = streams.map((stream) => byLine(stream, write));
  return {
    write: (line) => {
      for (const flush of flushes) flush();
      write(line);
    },
    takeTail: () => {
      const taken = tail;
      tail = '';
      return taken;
    },
  };
};

/** @returns a function that passes on what stands without a newline. */
const byLine = (stream: Readable, write: (line: string) => void): (() => void) => {
  let partial = '';
  const flush = () => {
    if (partial) write(partial);
    partial = '';
  };
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (partial + text).split('\n');
    partial = lines.pop() ?? '';
    for (const line of lines) write(line);
  });
  stream.on('end', flush);
  return flush;
};
