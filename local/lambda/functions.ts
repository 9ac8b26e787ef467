import { createHash } from 'node:crypto';
import { ServiceError } from '../protocol/service-error.ts';
import type { Clock } from '../service.ts';
import { ExecutionEnvironment } from './execution-environment.ts';
import { checkDefinition, type FunctionDefinition } from './function-definition.ts';
import { functionEnvironment } from './function-environment.ts';
import type { LambdaLimits } from './limits.ts';
import { createProcessPool, type ProcessPool } from './process-pool.ts';
import type { RuntimeApi } from './runtime-api.ts';

/** A function that can be invoked. */
export interface DeployedFunction {
  readonly arn: string;
  definition: FunctionDefinition;
  lastModified: Date;
  pool: ProcessPool;
}

export interface FunctionsDeps {
  account: string;
  region: string;
  clock: Clock;
  newId: () => string;
  log: (functionName: string, line: string) => void;
  baseEnvironment: (roleArn: string, functionName: string, processId: string) => Record<string, string>;
  limits: LambdaLimits;
  runtimeApi: RuntimeApi;
}

export interface Functions {
  create(definition: FunctionDefinition): DeployedFunction;
  update(name: string, changes: Partial<FunctionDefinition>): DeployedFunction;
  /** @throws ResourceNotFoundException */
  get(nameOrArn: string): DeployedFunction;
  list(): DeployedFunction[];
  /** Kills a process by its id, as if it had died; nothing happens for one that is gone. */
  crash(processId: string): void;
}

/** The functions of one account and region, each with its processes. */
export const createFunctions = (deps: FunctionsDeps): Functions => {
  const { account, region, clock, limits } = deps;
  const byName = new Map<string, DeployedFunction>();
  const processes = new Map<string, ExecutionEnvironment>();
  const arnOf = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}`;
  const get = (nameOrArn: string): DeployedFunction => {
    const name = functionName(nameOrArn);
    const found = byName.get(name);
    if (!found) throw notFound(nameOrArn.startsWith('arn:') ? nameOrArn : arnOf(nameOrArn));
    return found;
  };
  return {
    get,
    list: () => [...byName.values()],
    crash: (processId) => void processes.get(processId)?.end(),
    create: (definition) => {
      checkDefinition(definition, limits);
      if (byName.has(definition.name)) throw exists(definition.name);
      const pool = createProcessPool({
        start: (onEnd) => startProcess(deps, get(definition.name).definition, processes, onEnd),
        maxProcesses: limits.processesPerFunction,
        startsAtOnce: limits.startsAtOnce,
        patienceMs: limits.patienceMs,
        reservedConcurrency: definition.reservedConcurrency,
        idleMs: limits.idleMs,
      });
      const deployed = { arn: arnOf(definition.name), definition, lastModified: clock.now(), pool };
      byName.set(definition.name, deployed);
      return deployed;
    },
    update: (name, changes) => {
      const deployed = get(name);
      const definition = { ...deployed.definition, ...changes };
      checkDefinition(definition, limits);
      Object.assign(deployed, { definition, lastModified: clock.now() });
      deployed.pool.retire();
      return deployed;
    },
  };
};

const startProcess = async (
  { limits, clock, log, newId, region, baseEnvironment, runtimeApi }: FunctionsDeps,
  definition: FunctionDefinition,
  processes: Map<string, ExecutionEnvironment>,
  onEnd: (environment: ExecutionEnvironment) => void,
): Promise<ExecutionEnvironment> => {
  const id = newId();
  const environment = new ExecutionEnvironment({
    definition,
    limits,
    clock,
    log: (line) => log(definition.name, line),
    onEnd: () => {
      runtimeApi.end(id);
      processes.delete(id);
      onEnd(environment);
    },
  });
  processes.set(id, environment);
  const address = await runtimeApi.open(id, environment);
  const day = clock.now().toISOString().slice(0, 10).replaceAll('-', '/');
  const logStream = `${day}/[$LATEST]${createHash('md5').update(id).digest('hex')}`;
  const base = baseEnvironment(definition.roleArn, definition.name, id);
  environment.start(functionEnvironment({ definition, region, logStream, runtimeApi: address, base }));
  return environment;
};

/** A name, `<account>:function:<name>` or an ARN, with or without the only version there is. */
const functionName = (nameOrArn: string): string =>
  /^(?:(?:arn:aws[^:]*:lambda:[^:]*:)?\d+:function:)?([A-Za-z0-9_-]+)(?::\$LATEST)?$/.exec(nameOrArn)?.[1] ??
  '';

const notFound = (arn: string) =>
  new ServiceError('ResourceNotFoundException', `Function not found: ${arn}`, 404, { Type: 'User' });

const exists = (name: string) =>
  new ServiceError('ResourceConflictException', `Function already exist: ${name}`, 409, { Type: 'User' });
