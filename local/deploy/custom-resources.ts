import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Lambda } from '../lambda/index.ts';
import type { Service, ServiceRequest } from '../service.ts';
import { TemplateError } from '../template/read-template.ts';

interface Known {
  physicalId: string;
  properties: Record<string, unknown>;
}

interface Answer {
  Status: 'SUCCESS' | 'FAILED';
  Reason?: string;
  PhysicalResourceId: string;
  Data?: Record<string, string>;
}

export interface CustomResourceRequest {
  id: string;
  type: string;
  serviceToken: string;
  timeoutSeconds: number;
  properties: Record<string, unknown>;
}

/** Calls custom resources as CloudFormation does, and receives their answers. */
export interface CustomResources extends Service {
  /** Creates or updates one; does nothing where its properties are those of the last time. */
  apply(request: CustomResourceRequest): Promise<Answer>;
}

interface Deps {
  /** Remembers what was created, over restarts. */
  stateFile: string;
  stackId: string;
  newId: () => string;
  lambda: () => Lambda;
  /** Address of the one AWS port. */
  endpoint: () => string;
  /** Tells the person at the terminal what is being done. */
  say: (line: string) => void;
}

const path = '/cloudformation-response/';

export const createCustomResources = ({
  stateFile,
  stackId,
  newId,
  lambda,
  endpoint,
  say,
}: Deps): CustomResources => {
  const known: Record<string, Known> = existsSync(stateFile)
    ? JSON.parse(readFileSync(stateFile, 'utf8'))
    : {};
  const waiting = new Map<string, (answer: Answer) => void>();

  const call = async (request: CustomResourceRequest, before: Known | undefined): Promise<Answer> => {
    const requestId = newId();
    const event = {
      RequestType: before ? 'Update' : 'Create',
      ResponseURL: `${endpoint()}${path}${requestId}`,
      StackId: stackId,
      RequestId: requestId,
      ResourceType: request.type,
      LogicalResourceId: request.id,
      ResourceProperties: { ServiceToken: request.serviceToken, ...request.properties },
      ...(before && { PhysicalResourceId: before.physicalId, OldResourceProperties: before.properties }),
    };
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        waiting.set(requestId, resolve);
        timer = setTimeout(
          () => reject(new TemplateError(`${request.id} did not answer within ${request.timeoutSeconds} s`)),
          request.timeoutSeconds * 1000,
        );
        lambda()
          .invoke(request.serviceToken, event)
          .then(({ functionError, payload }) => {
            if (functionError) reject(new TemplateError(`${request.id} failed: ${JSON.stringify(payload)}`));
          }, reject);
      });
    } finally {
      clearTimeout(timer);
      waiting.delete(requestId);
    }
  };

  return {
    name: 'cloudformation-response',
    async apply(request) {
      const before = known[request.id];
      if (before && sameJson(before.properties, request.properties))
        return { Status: 'SUCCESS', PhysicalResourceId: before.physicalId };
      say(`${before ? 'Updating' : 'Creating'} ${request.id} …`);
      const answer = await call(request, before);
      if (answer.Status !== 'SUCCESS')
        throw new TemplateError(`${request.id} failed: ${answer.Reason ?? 'no reason given'}`);
      known[request.id] = { physicalId: answer.PhysicalResourceId, properties: request.properties };
      writeFileSync(stateFile, JSON.stringify(known));
      return answer;
    },
    async handle({ url, body }: ServiceRequest) {
      // Like the presigned URL that it stands for, it takes answers that nobody waits for, too: those of sample events.
      waiting.get(url.pathname.slice(path.length))?.(JSON.parse(body.toString('utf8')));
      return { status: 200 };
    },
  };
};

const sameJson = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
