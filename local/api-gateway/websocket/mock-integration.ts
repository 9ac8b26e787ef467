import { constantTemplate } from '../constant-template.ts';
import type { WebSocketIntegration } from './definition.ts';

/**
 * A MOCK integration without logic: what it answers is known beforehand. Throws where the answer would depend on the
 * message, and where a part is missing without which API Gateway would answer an error.
 * @returns the text for the client
 */
export const mockAnswer = (name: string, integration: WebSocketIntegration): string => {
  const { requestTemplates = {}, responses = {}, templateSelectionExpression } = integration;
  const request = choose(`${name}, RequestTemplates`, requestTemplates, templateSelectionExpression);
  const status = statusOf(name, request);
  const response = responses[`/${status}/`] ?? responses.$default;
  if (!response) throw new Error(`${name}: no integration response for status ${status}, nor $default`);
  const { responseTemplates, templateSelectionExpression: selection } = response;
  return choose(`${name}, ResponseTemplates`, responseTemplates, selection);
};

const choose = (where: string, templates: Record<string, string>, expression = '\\$default'): string => {
  const key = expression.replace(/^\\/, '');
  if (key === expression && key.includes('$'))
    throw new Error(`not emulated: selection ${expression} of ${where}`);
  const template = templates[key];
  if (template === undefined) throw new Error(`${where}: no template ${key}`);
  return constantTemplate(where, template, [])({});
};

const statusOf = (name: string, request: string): number => {
  const status = /^\s*\{\s*"statusCode"\s*:\s*(\d{3})\s*\}\s*$/.exec(request)?.[1];
  if (!status) throw new Error(`not emulated: request template ${request} of ${name}`);
  return Number(status);
};
