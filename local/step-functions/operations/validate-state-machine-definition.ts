import type { ValidateStateMachineDefinitionInput } from '@aws-sdk/client-sfn';
import type { Definition } from '../interpreter/definition.ts';
import { type Diagnostic, validateDefinition } from '../validate/index.ts';
import type { Operation } from './index.ts';
import { onlyMembers } from './members.ts';

/** Runs the checks of creation, without creating anything. */
export const validateStateMachineDefinition: Operation<ValidateStateMachineDefinitionInput> =
  ({ integrations }) =>
  async (request) => {
    onlyMembers('ValidateStateMachineDefinition', request, ['definition', 'type', 'maxResults']);
    const diagnostics = await check(request, (definition, type) =>
      validateDefinition(definition, type, integrations),
    );
    const most = request.maxResults || 100;
    return {
      result: diagnostics.length === 0 ? 'OK' : 'FAIL',
      diagnostics: diagnostics.slice(0, most),
      truncated: diagnostics.length > most,
    };
  };

const check = async (
  { definition = '', type = 'STANDARD' }: ValidateStateMachineDefinitionInput,
  validate: (definition: Definition, type: 'STANDARD' | 'EXPRESS') => Promise<Diagnostic[]>,
): Promise<Diagnostic[]> => {
  let parsed: Definition;
  try {
    parsed = JSON.parse(definition);
  } catch (error) {
    return [{ severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message: (error as Error).message }];
  }
  return validate(parsed, type);
};
