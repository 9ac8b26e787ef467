import type { SdkIntegrations } from '../integrations/sdk-integrations.ts';
import type { Definition } from '../interpreter/definition.ts';
import type { Diagnostic } from './diagnostic.ts';
import { queryLanguage } from './query-language.ts';
import { type MachineType, resources } from './resources.ts';
import { schema } from './schema.ts';
import { distributedMaps, shadowedVariables } from './workflow-rules.ts';

export type { Diagnostic } from './diagnostic.ts';
export type { MachineType } from './resources.ts';

/** Everything wrong with a definition, the coarse before the fine: a later check needs what an earlier one promises. */
export const validateDefinition = async (
  definition: Definition,
  type: MachineType,
  integrations: SdkIntegrations,
): Promise<Diagnostic[]> => {
  if (typeof definition.States !== 'object' || definition.States === null) return schema(definition);
  const unsupported = [...queryLanguage(definition), ...distributedMaps(definition)];
  if (unsupported.length > 0) return unsupported;
  const shape = schema(definition);
  if (shape.length > 0) return shape;
  return [...shadowedVariables(definition), ...(await resources(definition, type, integrations))];
};
