import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { FunctionDefinition } from './function-definition.ts';

export interface EnvironmentSource {
  definition: FunctionDefinition;
  region: string;
  logStream: string;
  /** `host:port/…` of the runtime API as this one process addresses it. */
  runtimeApi: string;
  /** Credentials and endpoint of this function; the template's variables win over them. */
  base: Record<string, string>;
}

/**
 * All variables of a function's process, and no others: nothing comes from the parent's environment.
 * Names: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export const functionEnvironment = (source: EnvironmentSource): Record<string, string> => ({
  ...general(source.definition),
  ...aboutTheFunction(source),
  ...source.base,
  ...source.definition.environment,
});

/** There is no X-Ray here, which its SDK and Powertools are told; the context that the SDK makes all the same is runtime/no-tracing.cjs. */
const withoutTracing = {
  AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
  AWS_XRAY_MANUAL_MODE: 'true',
  POWERTOOLS_TRACE_ENABLED: 'false',
};

const general = ({ codeDir, nodePath, layerDirs }: FunctionDefinition) => ({
  TZ: ':UTC',
  LANG: 'en_US.UTF-8',
  // Without HOME the SDK would read the developer's own ~/.aws.
  HOME: tmpdir(),
  PATH: [
    dirname(process.execPath),
    '/usr/local/bin',
    '/usr/bin',
    '/bin',
    ...layerDirs.map(inDir('bin')),
  ].join(delimiter),
  NODE_PATH: [...nodePath, ...layerDirs.map(inDir('nodejs', 'node_modules'))].join(delimiter),
  LAMBDA_TASK_ROOT: codeDir,
  LAMBDA_RUNTIME_DIR: '/var/runtime',
  AWS_XRAY_DAEMON_ADDRESS: '127.0.0.1:2000',
  ...withoutTracing,
});

const aboutTheFunction = ({ definition, region, logStream, runtimeApi }: EnvironmentSource) => ({
  _HANDLER: definition.handler,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime}`,
  AWS_LAMBDA_FUNCTION_NAME: definition.name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: logStream,
  AWS_LAMBDA_RUNTIME_API: runtimeApi,
});

const inDir =
  (...parts: string[]) =>
  (dir: string) =>
    join(dir, ...parts);
