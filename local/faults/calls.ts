import { ServiceError } from '../protocol/service-error.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../service.ts';
import type { FaultPlan } from './plan.ts';
import { refusalResponse, throttlingOf } from './refusals.ts';

export interface CallFaultsDeps {
  plan: FaultPlan;
  /** Whether anything goes wrong yet. */
  active: () => boolean;
  /** Numbers of 0 to 1. */
  random: () => number;
  /** Ends the process of a function that has these credentials; nothing happens for anybody else's. */
  crash: (sessionToken: string) => void;
}

/** Names of services as their SDK clients have them, where they differ from those in signatures. */
const clients: Record<string, string> = { states: 'sfn', 'execute-api': 'apigatewaymanagementapi' };

/**
 * A service whose callers are refused, lose its answer, or die before or after it has answered. Only calls of functions
 * and workflows meet that: whoever comes from outside, as a browser or the AWS CLI, is no role's session.
 */
export const withCallFaults = (service: Service, deps: CallFaultsDeps): Service =>
  Object.assign(Object.create(service) as Service, {
    handle: async (request: ServiceRequest) => {
      if (!deps.active() || !/:assumed-role\//.test(request.caller.arn)) return service.handle(request);
      return answer(service, request, deps);
    },
  });

const answer = async (
  service: Service,
  request: ServiceRequest,
  { plan, random, crash }: CallFaultsDeps,
): Promise<ServiceResponse> => {
  const name = clients[service.name] ?? service.name;
  const operation = request.headers['x-amz-target']?.split('.').pop() ?? request.method;
  if (random() < plan.throttle) return refusalResponse(name, throttlingOf(name, operation, random()));
  const dies = random() < plan.crash;
  if (dies && random() < 0.5) {
    crash(request.headers['x-amz-security-token'] ?? '');
    return lost(name);
  }
  const response = await service.handle(request);
  if (dies) crash(request.headers['x-amz-security-token'] ?? '');
  return dies || random() < plan.cut ? lost(name) : response;
};

/** What a client sees where an answer is lost: it does not know whether the call was carried out, and tries again. */
const lost = (service: string): ServiceResponse =>
  refusalResponse(service, new ServiceError('InternalServerError', 'The answer was lost.', 500));
