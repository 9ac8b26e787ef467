import { noSuchMachine } from './errors.ts';
import type { Definition } from './interpreter/definition.ts';
import type { MachineType } from './validate/index.ts';

export interface StateMachine {
  arn: string;
  name: string;
  type: MachineType;
  definition: Definition;
  roleArn: string;
  loggingConfiguration: object;
  tags: { key: string; value: string }[];
  createdAt: Date;
}

/** The state machines of the stack, by ARN. */
export class StateMachines {
  readonly #byArn = new Map<string, StateMachine>();

  put(machine: StateMachine): void {
    this.#byArn.set(machine.arn, machine);
  }

  get(arn: string): StateMachine {
    const machine = this.#byArn.get(arn);
    if (!machine) throw noSuchMachine(arn);
    return machine;
  }

  all(): StateMachine[] {
    return [...this.#byArn.values()];
  }
}
