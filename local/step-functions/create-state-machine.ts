import type { Context } from './context.ts';
import { invalidDefinition, invalidName } from './errors.ts';
import type { Definition } from './interpreter/definition.ts';
import type { StateMachine } from './state-machines.ts';
import { type MachineType, validateDefinition } from './validate/index.ts';

/** What a deployment says of a state machine; substitutions are already made. */
export interface NewStateMachine {
  name: string;
  definition: object;
  type: MachineType;
  roleArn: string;
  /** As DescribeStateMachine is to show it. */
  loggingConfiguration?: object;
  tags?: { key: string; value: string }[];
}

/** Checks a definition and puts it in place of any machine of that name. Throws InvalidDefinition with every problem. */
export const createStateMachine =
  ({ machines, integrations, clock }: Context, { account, region }: { account: string; region: string }) =>
  async (given: NewStateMachine): Promise<{ arn: string }> => {
    const { name, type, roleArn, loggingConfiguration, tags = [] } = given;
    if (!/^[\w-]{1,80}$/.test(name)) throw invalidName(name);
    const definition = structuredClone(given.definition) as Definition;
    const problems = await validateDefinition(definition, type, integrations);
    if (problems.length > 0) {
      throw invalidDefinition(problems.map(({ code, message }) => `${code}: ${message}`).join('; '));
    }
    const machine: StateMachine = {
      arn: `arn:aws:states:${region}:${account}:stateMachine:${name}`,
      name,
      type,
      definition,
      roleArn,
      loggingConfiguration: loggingConfiguration ?? { level: 'OFF', includeExecutionData: false },
      tags,
      createdAt: clock.now(),
    };
    machines.put(machine);
    return { arn: machine.arn };
  };
