import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';

/** The emulator as people run it, in a process of its own, and a client that adds as little as it can. */
export interface Server {
  /** Calls an operation and answers the body as text. */
  call(operation: string, input: object): Promise<string>;
  /** The most memory that it ever held, in MB. Linux only; NaN elsewhere. */
  peakMemory(): number;
  stop(): void;
}

export const startServer = async (): Promise<Server> => {
  const child = spawn(
    process.execPath,
    ['local/redshift-data/bin/redshift-data-local.mjs', '--port', '0', '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const line = await new Promise<string>((resolve) =>
    createInterface({ input: child.stdout }).once('line', resolve),
  );
  const { endpoint } = JSON.parse(line) as { endpoint: string };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const call = (operation: string, input: object): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `RedshiftData.${operation}`,
        'x-amz-date': '20260101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/redshift-data/aws4_request, SignedHeaders=host, Signature=0',
      };
      const sent = request(endpoint, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${operation}: ${text}`));
        });
      });
      sent.on('error', reject);
      sent.end(JSON.stringify(input));
    });
  return {
    call,
    peakMemory: () => (process.platform === 'linux' ? peakOf(child.pid ?? 0) : Number.NaN),
    stop: () => void child.kill('SIGTERM'),
  };
};

/** Of the process and those that it started: the launcher's child is the server. */
const peakOf = (pid: number): number => {
  const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return Math.max(own, ...children.map((child) => peakOf(Number(child))));
};
