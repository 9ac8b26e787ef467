import type {
  DeleteParametersRequest,
  DescribeParametersRequest,
  GetParameterRequest,
  GetParametersByPathRequest,
  GetParametersRequest,
  ParameterStringFilter,
  PutParameterRequest,
} from '@aws-sdk/client-ssm';
import type { JsonOperation } from '../protocol/aws-json.ts';
import { notEmulated, ServiceError } from '../protocol/service-error.ts';
import type { CallerIdentity } from '../service.ts';
import { pageOf } from './page.ts';
import type { Parameter, Parameters } from './parameters.ts';

/** The supported operations of AWS Systems Manager, by name. */
export const operationsOf = (
  parameters: Parameters,
  arnOf: (name: string) => string,
): Record<string, JsonOperation> => {
  const described = (parameter: Parameter): object => ({
    ...metadataOf(parameter, arnOf),
    Value: parameter.value,
  });
  const named = (name = ''): string => name.replace(/^arn:[^/]*:parameter(?=\/)/, '');
  return {
    GetParameter: ({ Name }: GetParameterRequest) => ({ Parameter: described(parameters.get(named(Name))) }),
    GetParameters: ({ Names = [] }: GetParametersRequest) => ({
      Parameters: Names.flatMap((name) => parameters.find(named(name)) ?? []).map(described),
      InvalidParameters: Names.filter((name) => !parameters.find(named(name))),
    }),
    GetParametersByPath: ({
      Path = '',
      Recursive,
      ParameterFilters,
      ...page
    }: GetParametersByPathRequest) => {
      if (ParameterFilters) throw notEmulated('SSM GetParametersByPath with ParameterFilters');
      const found = parameters.all().filter(({ name }) => isBelow(name, Path, Recursive ?? false));
      const { items, NextToken } = pageOf(found, page, 10);
      return { Parameters: items.map(described), NextToken };
    },
    DescribeParameters: ({ ParameterFilters = [], Filters, ...page }: DescribeParametersRequest) => {
      if (Filters) throw notEmulated('SSM DescribeParameters with Filters');
      const found = parameters.all().filter((parameter) => passes(parameter, ParameterFilters));
      const { items, NextToken } = pageOf(found, page, 50);
      return { Parameters: items.map((parameter) => metadataOf(parameter, arnOf)), NextToken };
    },
    PutParameter: (request: PutParameterRequest, caller: CallerIdentity) =>
      putParameter(parameters, request, caller),
    DeleteParameter: ({ Name }: GetParameterRequest) => {
      parameters.delete(parameters.get(named(Name)).name);
      return {};
    },
    DeleteParameters: ({ Names = [] }: DeleteParametersRequest) => {
      const deleted = Names.filter((name) => parameters.delete(named(name)));
      return {
        DeletedParameters: deleted,
        InvalidParameters: Names.filter((name) => !deleted.includes(name)),
      };
    },
  };
};

const putParameter = (
  parameters: Parameters,
  {
    Name = '',
    Type,
    Value = '',
    Description,
    Overwrite,
    Tier = 'Standard',
    DataType = 'text',
    ...more
  }: PutParameterRequest,
  { arn }: CallerIdentity,
): object => {
  const [other] = Object.keys(more);
  if (other) throw notEmulated(`SSM PutParameter with ${other}`);
  if (Tier !== 'Standard') throw notEmulated(`SSM parameter tier ${Tier}`);
  if (DataType !== 'text') throw notEmulated(`SSM parameter data type ${DataType}`);
  const existing = parameters.find(Name);
  if (existing && !Overwrite)
    throw new ServiceError(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
  const type = Type ?? existing?.type ?? 'String';
  const { version } = parameters.put({ name: Name, type, value: Value, description: Description }, arn);
  return { Version: version, Tier };
};

const metadataOf = (parameter: Parameter, arnOf: (name: string) => string): object => ({
  Name: parameter.name,
  Type: parameter.type,
  Description: parameter.description,
  Version: parameter.version,
  ARN: arnOf(parameter.name),
  LastModifiedDate: parameter.modifiedAt / 1000,
  LastModifiedUser: parameter.modifiedBy,
  DataType: 'text',
  Tier: 'Standard',
});

const isBelow = (name: string, path: string, recursive: boolean): boolean => {
  const prefix = path.endsWith('/') ? path : `${path}/`;
  return name.startsWith(prefix) && (recursive || !name.slice(prefix.length).includes('/'));
};

const passes = ({ name, type }: Parameter, filters: ParameterStringFilter[]): boolean =>
  filters.every(({ Key, Option = 'Equals', Values = [] }) => {
    if (Key === 'Type') return Values.includes(type);
    if (Key === 'Name' && Option === 'Equals') return Values.includes(name);
    if (Key === 'Name' && Option === 'BeginsWith') return Values.some((value) => name.startsWith(value));
    if (Key === 'Name' && Option === 'Contains') return Values.some((value) => name.includes(value));
    throw notEmulated(`SSM DescribeParameters filter ${Key} ${Option}`);
  });
