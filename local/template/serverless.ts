import type { Resource, Template } from './read-template.ts';
import { TemplateError } from './read-template.ts';

interface ApiEvent {
  Type: string;
  Properties: { RestApiId?: { Ref: string }; Path: string; Method: string; Auth?: unknown };
}

/** A route that SAM would write into the API's definition. */
export interface ApiRoute {
  Path: string;
  Method: string;
  FunctionArn: unknown;
  Auth?: unknown;
}

/**
 * Does what SAM's transform does as far as the local stack needs it: Globals go into each resource, and the `Api` events of
 * functions become routes of their API (the property `Routes`, which no template writes), so that the API depends on its
 * functions and not they on it.
 */
export const expandServerless = (template: Template): Template => {
  const resources = Object.entries(template.Resources).map(
    ([id, resource]) => [id, withGlobals(resource, template)] as const,
  );
  const routes = resources.flatMap(([id, resource]) => routesOf(id, resource));
  const expanded = resources.map(([id, resource]) => {
    const { Events: _events, ...Properties } = resource.Properties ?? {};
    if (resource.Type === 'AWS::Serverless::Function') return [id, { ...resource, Properties }];
    if (resource.Type !== 'AWS::Serverless::Api') return [id, resource];
    const Routes = routes.filter((route) => route.api === id).map((route) => route.route);
    return [id, { ...resource, Properties: { ...resource.Properties, Routes } }];
  });
  return { ...template, Resources: Object.fromEntries(expanded) };
};

const withGlobals = (resource: Resource, { Globals }: Template): Resource => {
  const kind = /^AWS::Serverless::(\w+)$/.exec(resource.Type)?.[1];
  const globals = kind && Globals[kind];
  return globals ? { ...resource, Properties: merge(globals, resource.Properties ?? {}) } : resource;
};

/** SAM's rule: maps are merged, lists are joined, anything else is overridden. */
const merge = (base: Record<string, unknown>, own: Record<string, unknown>): Record<string, unknown> => {
  const merged = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const below = base[key];
    if (Array.isArray(below) && Array.isArray(value)) merged[key] = [...below, ...value];
    else if (isMap(below) && isMap(value)) merged[key] = merge(below, value);
    else merged[key] = value;
  }
  return merged;
};

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const routesOf = (id: string, { Type, Properties }: Resource): { api: string; route: ApiRoute }[] => {
  if (Type !== 'AWS::Serverless::Function') return [];
  return Object.entries((Properties?.Events ?? {}) as Record<string, ApiEvent>).map(([name, event]) => {
    const { RestApiId, Path, Method, Auth, ...rest } = event.Properties;
    const unknown = Object.keys(rest)[0];
    if (event.Type !== 'Api')
      throw new TemplateError(`not emulated: event type ${event.Type} of ${id}.${name}`);
    if (unknown) throw new TemplateError(`not emulated: ${unknown} of event ${id}.${name}`);
    if (!RestApiId?.Ref)
      throw new TemplateError(`not emulated: event ${id}.${name} without RestApiId: !Ref <api>`);
    return {
      api: RestApiId.Ref,
      route: { Path, Method: Method.toUpperCase(), FunctionArn: { 'Fn::GetAtt': [id, 'Arn'] }, Auth },
    };
  });
};
