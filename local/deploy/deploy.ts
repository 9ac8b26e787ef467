import { referencesOf } from '../template/dependencies.ts';
import { evaluate, NoValue, type Scope } from '../template/intrinsics.ts';
import { type Resource, type Template, TemplateError } from '../template/read-template.ts';
import { expandServerless } from '../template/serverless.ts';
import { checkRules, type ParameterValues, parameterValues } from './parameters.ts';
import type { Created, ResourceType } from './resource-type.ts';
import type { StackContext } from './stack-context.ts';

export interface Deployed {
  resources: Record<string, Created>;
  outputs: Record<string, string>;
}

interface DeployOptions {
  parameters: ParameterValues;
  /** By the type's name, e.g. `AWS::DynamoDB::Table`. */
  types: Record<string, ResourceType>;
  context: StackContext;
}

/**
 * Creates every resource of the template, each as soon as those that it refers to exist, as CloudFormation does.
 * @throws TemplateError for a resource type, property or function that is not emulated, by name, before anything is created
 */
export const deploy = async (source: Template, options: DeployOptions): Promise<Deployed> => {
  const template = expandServerless(source);
  const created: Record<string, Created> = {};
  const scope = createScope(template, created, options);
  checkRules(template, scope);
  const wanted = Object.entries(template.Resources).filter(
    ([, { Condition }]) => !Condition || scope.condition(Condition),
  );
  refuseUnknownTypes(wanted, options.types);
  await createAll(wanted, (id, resource) => createOne(id, resource, scope, options), created);
  return { resources: created, outputs: outputsOf(template, scope, options.context) };
};

const createScope = (template: Template, created: Record<string, Created>, options: DeployOptions): Scope => {
  const { account, region, stackName } = options.context;
  const values: Record<string, unknown> = {
    ...parameterValues(template, options.parameters),
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/local`,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::NoValue': NoValue,
  };
  const resource = (id: string): Created => {
    const found = created[id];
    if (!found) throw new TemplateError(`the template refers to ${id}, which does not exist`);
    return found;
  };
  const scope: Scope = {
    ref: (name) => (Object.hasOwn(values, name) ? values[name] : resource(name).ref),
    attribute: (id, attribute) => {
      const value = resource(id).attributes?.[attribute];
      if (value === undefined) throw new TemplateError(`not emulated: attribute ${attribute} of ${id}`);
      return value;
    },
    condition: (name) => {
      if (!Object.hasOwn(template.Conditions, name)) throw new TemplateError(`there is no condition ${name}`);
      return Boolean(evaluate(template.Conditions[name], scope));
    },
  };
  return scope;
};

const refuseUnknownTypes = (resources: [string, Resource][], types: Record<string, ResourceType>): void => {
  for (const [id, { Type }] of resources)
    if (!Object.hasOwn(types, Type) && !Type.startsWith('Custom::'))
      throw new TemplateError(`not emulated: resource type ${Type} of ${id}`);
};

/** Creates each after those it needs; two that do not need each other are created side by side. */
const createAll = async (
  resources: [string, Resource][],
  create: (id: string, resource: Resource) => Promise<Created>,
  created: Record<string, Created>,
): Promise<void> => {
  const byId = new Map(resources);
  const under: Record<string, Promise<void>> = {};
  const start = (id: string, path: string[]): Promise<void> => {
    if (path.includes(id)) throw new TemplateError(`circular dependency: ${[...path, id].join(' → ')}`);
    const resource = byId.get(id) as Resource;
    under[id] ??= Promise.all(needs(resource, byId).map((need) => start(need, [...path, id]))).then(
      async () => {
        created[id] = await create(id, resource);
      },
    );
    return under[id];
  };
  await Promise.all([...byId.keys()].map((id) => start(id, [])));
};

const needs = ({ Properties, DependsOn = [] }: Resource, known: Map<string, Resource>): string[] =>
  [...referencesOf(Properties), ...[DependsOn].flat()].filter((name) => known.has(name));

const createOne = async (
  id: string,
  resource: Resource,
  scope: Scope,
  options: DeployOptions,
): Promise<Created> => {
  const { types, context } = options;
  const kind = (types[resource.Type] ?? types['Custom::*']) as ResourceType;
  const parsed = kind.properties.safeParse(evaluate(resource.Properties ?? {}, scope));
  if (!parsed.success) throw refusedProperty(id, resource.Type, parsed.error.issues[0] as Issue);
  const metadata = (resource.Metadata ?? {}) as Record<string, unknown>;
  return kind.create({ id, type: resource.Type, properties: parsed.data, metadata }, context);
};

interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
}

const refusedProperty = (id: string, type: string, issue: Issue): TemplateError => {
  const path = [id, 'Properties', ...issue.path].join('.');
  if (issue.code === 'unrecognized_keys')
    return new TemplateError(`not emulated: ${issue.keys?.join(', ')} of ${path} (${type})`);
  return new TemplateError(`${path} (${type}): ${issue.message}`);
};

const outputsOf = (template: Template, scope: Scope, { hostNames }: StackContext): Record<string, string> =>
  Object.fromEntries(
    Object.entries(template.Outputs)
      .filter(([, { Condition }]) => !Condition || scope.condition(Condition))
      .map(([name, { Value }]) => [name, hostNames.localise(String(evaluate(Value, scope)))]),
  );
