import type { WebSocketApiDefinition } from './definition.ts';
import { identityValue } from './handshake-request.ts';
import { mockAnswer } from './mock-integration.ts';

/** Refuses an API whose parts do not fit, or ask for what nobody emulates. Throws Error that names the part. */
export const checkDefinition = (api: WebSocketApiDefinition): void => {
  for (const [key, { integration, authorizer }] of Object.entries(api.routes)) {
    if (!api.integrations[integration]) throw new Error(`route ${key} names no integration: ${integration}`);
    if (authorizer && !api.authorizers?.[authorizer])
      throw new Error(`route ${key} names no authorizer: ${authorizer}`);
    if (authorizer && key !== '$connect')
      throw new Error(`route ${key}: only $connect may have an authorizer`);
  }
  for (const [name, integration] of Object.entries(api.integrations)) {
    if (integration.type === 'MOCK') mockAnswer(name, integration);
    else if (integration.type !== 'AWS_PROXY')
      throw new Error(`not emulated: integration type ${integration.type}`);
    else if (!integration.functionArn) throw new Error(`integration ${name} has no function`);
  }
  const nobody = { headers: {}, query: new URLSearchParams(), identity: { sourceIp: '' } };
  for (const { identitySource } of Object.values(api.authorizers ?? {})) {
    for (const source of identitySource) identityValue(source, nobody);
  }
};
