import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../service.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { createLambda, type Lambda, type LambdaOptions } from './lambda.ts';

/** A Lambda of its own for one test file, with functions written as text. */
export interface LambdaFixture {
  lambda: Lambda;
  lines: string[];
  messages: { queueArn: string; record: unknown }[];
  /** Deploys `code` as handler.js; the name is made up unless given. */
  deploy(code: string, change?: Partial<FunctionDefinition>): { name: string; arn: string; codeDir: string };
  /** Writes a folder of files. */
  folder(files: Record<string, string>): string;
  close(): Promise<void>;
}

export const lambdaFixture = (options: Partial<LambdaOptions> = {}): LambdaFixture => {
  const folders: string[] = [];
  const lines: string[] = [];
  const messages: LambdaFixture['messages'] = [];
  const lambda = createLambda({
    account: '000000000000',
    region: 'us-east-1',
    clock: systemClock,
    newId: randomUUID,
    log: (_name, line) => lines.push(line),
    baseEnvironment: (roleArn) => ({
      AWS_ACCESS_KEY_ID: `key of ${roleArn}`,
      AWS_SECRET_ACCESS_KEY: 'secret',
    }),
    sendMessage: async (queueArn, body) => {
      messages.push({ queueArn, record: JSON.parse(body) });
    },
    ...options,
  });
  const folder = (files: Record<string, string>) => {
    const made = mkdtempSync(join(tmpdir(), 'readout-lambda-'));
    folders.push(made);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
    return made;
  };
  return {
    lambda,
    lines,
    messages,
    folder,
    deploy: (code, change = {}) => {
      const codeDir = folder({ 'handler.js': code });
      const name = change.name ?? `f-${randomUUID()}`;
      const { arn } = lambda.createFunction({ ...example, name, codeDir, ...change });
      return { name, arn, codeDir };
    },
    close: async () => {
      await lambda.close();
      for (const made of folders) rmSync(made, { recursive: true });
    },
  };
};

const example: Omit<FunctionDefinition, 'name' | 'codeDir'> = {
  handler: 'handler.handler',
  nodePath: [],
  layerDirs: [],
  environment: {},
  timeoutSeconds: 20,
  memoryMb: 128,
  roleArn: 'arn:aws:iam::000000000000:role/tester',
  runtime: 'nodejs22.x',
};
