import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { resourceType, withoutEffect } from '../deploy/resource-type.ts';
import { TemplateError } from '../template/read-template.ts';

export const stateMachine = resourceType(
  z.strictObject({
    Name: z.string(),
    Type: z.enum(['EXPRESS', 'STANDARD']).default('STANDARD'),
    DefinitionUri: z.string(),
    DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
    Role: z.string(),
    Tracing: withoutEffect,
    Logging: z.record(z.string(), z.unknown()).optional(),
  }),
  async ({ properties }, { projectDir, services }) => {
    const { Name, Type, DefinitionUri, DefinitionSubstitutions, Logging, Role } = properties;
    const text = readFileSync(resolve(projectDir, DefinitionUri), 'utf8');
    const { arn } = await services.stepFunctions.createStateMachine({
      name: Name,
      definition: JSON.parse(substitute(text, DefinitionSubstitutions, DefinitionUri)),
      type: Type,
      roleArn: Role,
      ...(Logging && { loggingConfiguration: Logging }),
    });
    return { ref: arn, attributes: { Arn: arn, Name } };
  },
);

const substitute = (text: string, values: Record<string, string>, file: string): string =>
  text.replace(/\$\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new TemplateError(`${file} uses \${${name}}, which DefinitionSubstitutions does not give`);
    return JSON.stringify(value).slice(1, -1);
  });
