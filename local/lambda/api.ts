import { restJson, restJsonError } from '../protocol/rest-json.ts';
import { notEmulated } from '../protocol/service-error.ts';
import type { ServiceRequest, ServiceResponse } from '../service.ts';
import type { DeployedFunction, Functions } from './functions.ts';
import type { Invoke } from './invoker.ts';

export interface ApiDeps {
  functions: Functions;
  invoke: Invoke;
  newId: () => string;
}

type Operation = (deps: ApiDeps, request: ServiceRequest, functionName: string) => Promise<ServiceResponse>;

const listFunctions: Operation = async ({ functions }) =>
  restJson(200, { Functions: functions.list().map(configuration) });

const getFunctionConfiguration: Operation = async ({ functions }, _request, name) =>
  restJson(200, configuration(functions.get(name)));

const getFunction: Operation = async ({ functions }, _request, name) => {
  const found = functions.get(name);
  const location = new URL(`file://${found.definition.codeDir}`).href;
  return restJson(200, {
    Configuration: configuration(found),
    Code: { RepositoryType: 'S3', Location: location },
  });
};

const invokeFunction: Operation = async ({ functions, invoke, newId }, { headers, url, body }, name) => {
  const requestId = newId();
  const qualifier = url.searchParams.get('Qualifier');
  const { statusCode, outcome } = await invoke(
    functions.get(qualifier ? `${name}:${qualifier}` : name),
    body,
    {
      requestId,
      type: headers['x-amz-invocation-type'] ?? 'RequestResponse',
      clientContext: decode(headers['x-amz-client-context']),
    },
  );
  const tail = headers['x-amz-log-type'] === 'Tail' ? outcome?.logTail : undefined;
  return {
    status: statusCode,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      ...(outcome && { 'x-amz-executed-version': '$LATEST' }),
      ...(outcome?.functionError && { 'x-amz-function-error': outcome.functionError }),
      ...(tail !== undefined && { 'x-amz-log-result': Buffer.from(tail).toString('base64') }),
    },
    body: outcome?.payload,
  };
};

/** Everything the API answers to; the rest is refused by method and path. */
const operations: { method: string; path: RegExp; run: Operation }[] = [
  { method: 'GET', path: /^\/2015-03-31\/functions\/?$/, run: listFunctions },
  { method: 'GET', path: /^\/2015-03-31\/functions\/([^/]+)$/, run: getFunction },
  { method: 'GET', path: /^\/2015-03-31\/functions\/([^/]+)\/configuration$/, run: getFunctionConfiguration },
  { method: 'POST', path: /^\/2015-03-31\/functions\/([^/]+)\/invocations$/, run: invokeFunction },
];

/** The REST API of Lambda. */
export const lambdaApi =
  (deps: ApiDeps) =>
  async (request: ServiceRequest): Promise<ServiceResponse> => {
    try {
      const { method, url } = request;
      for (const operation of operations) {
        const match = operation.method === method && operation.path.exec(url.pathname);
        if (match) return await operation.run(deps, request, decodeURIComponent(match[1] ?? ''));
      }
      throw notEmulated(`lambda ${method} ${url.pathname}`);
    } catch (error) {
      return restJsonError(error);
    }
  };

const configuration = ({ arn, definition, lastModified }: DeployedFunction): object => ({
  FunctionName: definition.name,
  FunctionArn: arn,
  Runtime: definition.runtime,
  Role: definition.roleArn,
  Handler: definition.handler,
  Timeout: definition.timeoutSeconds,
  MemorySize: definition.memoryMb,
  LastModified: lastModified.toISOString().replace('Z', '+0000'),
  Version: '$LATEST',
  Environment: { Variables: definition.environment },
  PackageType: 'Zip',
  State: 'Active',
  LastUpdateStatus: 'Successful',
});

const decode = (base64?: string): string | undefined =>
  base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString();
