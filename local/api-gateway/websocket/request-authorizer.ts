import { callFunction, type IntegrationFailure } from '../call-function.ts';
import type { GatewayDeps } from '../gateway-deps.ts';
import type { RequestAuthorizerDefinition } from './definition.ts';
import { type AuthorizerContext, type ConnectionFacts, type EventFacts, requestContext } from './events.ts';
import { type HandshakeRequest, handshakeMembers, identityValue } from './handshake-request.ts';
import { allows } from './policy.ts';
import { Refusal } from './refusal.ts';

/**
 * Asks a REQUEST authorizer whether a connection may be made.
 * @returns the context for every later event of the connection
 * @throws Refusal: 401 without an identity source or when the function throws `Unauthorized`, 403 when the policy
 *   denies, 500 for anything else
 */
export const authorize = async (
  { functionArn, identitySource }: RequestAuthorizerDefinition,
  handshake: HandshakeRequest,
  connection: ConnectionFacts,
  event: EventFacts,
  deps: GatewayDeps,
): Promise<AuthorizerContext> => {
  if (identitySource.some((source) => !identityValue(source, handshake)))
    throw new Refusal(401, 'Unauthorized');
  const { apiId, stage, region } = connection;
  const methodArn = `arn:aws:execute-api:${region}:${deps.account}:${apiId}/${stage}/$connect`;
  const started = deps.clock.now().getTime();
  const answer = await ask(deps, functionArn, {
    type: 'REQUEST',
    methodArn,
    ...handshakeMembers(handshake),
    stageVariables: {},
    requestContext: requestContext(connection, event),
  });
  return decide(answer, methodArn, deps.clock.now().getTime() - started, deps);
};

const ask = async (deps: GatewayDeps, functionArn: string, event: object): Promise<unknown> => {
  try {
    return await callFunction(deps, functionArn, event);
  } catch (error) {
    const { payload, message } = error as IntegrationFailure;
    const thrown = (payload as { errorMessage?: string } | undefined)?.errorMessage;
    if (thrown === 'Unauthorized') throw new Refusal(401, 'Unauthorized');
    throw new Refusal(500, 'Internal server error', message);
  }
};

const decide = (
  answer: unknown,
  methodArn: string,
  latency: number,
  deps: GatewayDeps,
): AuthorizerContext => {
  const { principalId, policyDocument, context = {} } = (answer ?? {}) as Record<string, unknown>;
  const broken = (why: string) =>
    new Refusal(500, 'Internal server error', `the authorizer's answer: ${why}`);
  if (typeof principalId !== 'string') throw broken('no principalId');
  const values = Object.entries(context as object);
  const nested = values.find(([, value]) => !['string', 'number', 'boolean'].includes(typeof value));
  if (nested) throw broken(`context.${nested[0]} is not a string, number or boolean`);
  if (Buffer.byteLength(JSON.stringify(context)) > deps.limits.authorizerContextBytes) {
    throw broken(`the context has more than ${deps.limits.authorizerContextBytes} bytes`);
  }
  if (!permits(policyDocument, methodArn, broken)) throw new Refusal(403, 'Forbidden');
  const flat = Object.fromEntries(values.map(([name, value]) => [name, String(value)]));
  return { ...flat, principalId, integrationLatency: latency };
};

const permits = (document: unknown, methodArn: string, broken: (why: string) => Refusal): boolean => {
  try {
    return allows(document, 'execute-api:Invoke', methodArn);
  } catch (error) {
    throw broken((error as Error).message);
  }
};
