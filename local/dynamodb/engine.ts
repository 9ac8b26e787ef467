import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { ServiceError } from '../protocol/service-error.ts';

export interface EngineOptions {
  /** Folder of the LevelDB store; two processes cannot share it. */
  path: string;
  createTableMs: number;
  account: string;
  region: string;
}

export interface Engine {
  /** Calls one operation of dynalite. Throws its refusals as {@link ServiceError}. */
  call<Output extends object = Record<string, unknown>>(operation: string, input: object): Promise<Output>;
  close(): Promise<void>;
}

/** Starts dynalite on a free loopback port. Throws when another process has the store open. */
export const startEngine = async (options: EngineOptions): Promise<Engine> => {
  await assertUnused(options.path);
  const server = createServer(options);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    call: (operation, input) => call(`http://127.0.0.1:${port}`, operation, input),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/** dynalite takes the account and the region of its ARNs from the environment, once, while it is made. */
const createServer = ({ path, createTableMs, account, region }: EngineOptions): Server => {
  const { AWS_ACCOUNT_ID, AWS_REGION } = process.env;
  Object.assign(process.env, { AWS_ACCOUNT_ID: account, AWS_REGION: region });
  try {
    return dynalite({ path, createTableMs, deleteTableMs: createTableMs, updateTableMs: createTableMs });
  } finally {
    restore('AWS_ACCOUNT_ID', AWS_ACCOUNT_ID);
    restore('AWS_REGION', AWS_REGION);
  }
};

const restore = (name: string, value: string | undefined): void => {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
};

/** dynalite opens its store unwatched, so that a store in use would end the process without a reason. */
const assertUnused = async (path: string): Promise<void> => {
  const { resolve } = createRequire(import.meta.url);
  const { Level } = createRequire(resolve('dynalite'))('level');
  const store = new Level(path);
  try {
    await store.open();
    await store.close();
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    if (cause?.code !== 'LEVEL_LOCKED') throw error;
    throw new Error(`another process is using the tables in ${path}`);
  }
};

const call = async <Output extends object>(
  url: string,
  operation: string,
  input: object,
): Promise<Output> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': 'local',
      authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=local, Signature=local',
    },
    body: JSON.stringify(input),
  });
  const answer = (await response.json()) as Output & { __type?: string; message?: string; Message?: string };
  if (response.ok) return answer;
  const name = answer.__type?.split('#').pop() ?? 'InternalServerError';
  throw new ServiceError(name, answer.message ?? answer.Message ?? '', response.status);
};
