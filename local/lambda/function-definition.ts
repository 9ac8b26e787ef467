import { ServiceError } from '../protocol/service-error.ts';
import type { LambdaLimits } from './limits.ts';

/** One function as the template describes it, everything resolved. */
export interface FunctionDefinition {
  name: string;
  /** Folder that stands for /var/task: the built bundle. */
  codeDir: string;
  /** `<file>.<export>` below codeDir, e.g. `handler.handler`. */
  handler: string;
  /** Further folders of packages, searched before the layers'. */
  nodePath: string[];
  /** Folders that stand for /opt, in the order of the layers. */
  layerDirs: string[];
  /** The template's variables, resolved. Variables that Lambda reserves are refused. */
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMb: number;
  roleArn: string;
  /** e.g. `nodejs22.x`. The local Node runs it, whatever its version. */
  runtime: string;
  reservedConcurrency?: number;
  /** Where an asynchronous event goes that failed for good. */
  onFailureQueueArn?: string;
  /** 0 to 2; 2 if absent. */
  maximumRetryAttempts?: number;
}

const reserved = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);

/** Refuses what CreateFunction refuses. Throws InvalidParameterValueException. */
export const checkDefinition = (definition: FunctionDefinition, limits: LambdaLimits): void => {
  const taken = Object.keys(definition.environment).filter((name) => reserved.has(name));
  if (taken.length > 0) {
    throw invalid(
      'Lambda was unable to configure your environment variables because the environment variables you have ' +
        'provided contains reserved keys that are currently not supported for modification. ' +
        `Reserved keys used in this request: ${taken.join(', ')}`,
    );
  }
  if (Buffer.byteLength(JSON.stringify(definition.environment)) > limits.environmentBytes) {
    throw invalid(
      'Lambda was unable to configure your environment variables because the environment variables you have ' +
        'provided exceeded the 4KB limit.',
    );
  }
  if (!/^nodejs\d+\.x$/.test(definition.runtime))
    throw invalid(`not emulated: runtime ${definition.runtime}`);
};

const invalid = (message: string) => new ServiceError('InvalidParameterValueException', message);
