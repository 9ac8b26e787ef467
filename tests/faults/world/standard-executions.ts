import type { BusEvent } from '../../../local/event-bridge/index.ts';
import type { JsonOperation } from '../../../local/protocol/aws-json.ts';
import { ServiceError } from '../../../local/protocol/service-error.ts';
import type { TaskTokens } from '../../../local/step-functions/integrations/task-tokens.ts';
import type { Ending } from '../../../local/step-functions/interpreter/execution.ts';
import { StateError } from '../../../local/step-functions/interpreter/state-error.ts';
import { statusEvent } from '../../../local/step-functions/status-event.ts';
import { place } from './deployment.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { MachineDefinition } from './workflows.ts';

export interface StandardDeps {
  time: VirtualTime;
  tokens: TaskTokens;
  newId(): string;
  latency(): number;
  /** Runs a machine to its end; Standard workflows are durable, so that no execution of them dies. */
  run(machine: MachineDefinition, name: string, input: string): Promise<Ending>;
  /** Puts the word of an execution's end on the bus. */
  publish(event: BusEvent): void;
}

interface StandardExecution {
  arn: string;
  machineArn: string;
  name: string;
  input: string;
  status: 'RUNNING' | Ending['status'];
  startDate: number;
}

/** Standard executions: each name once, each end told, and tasks that wait for their tokens. */
export const standardExecutions = (deps: StandardDeps) => {
  const { time, tokens } = deps;
  const executions = new Map<string, StandardExecution>();

  const start = (machine: MachineDefinition, name: string, input: string) => {
    const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
    const known = executions.get(arn);
    if (known && !(known.status === 'RUNNING' && known.input === input))
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    const execution: StandardExecution = known ?? {
      arn,
      machineArn: machine.arn,
      name,
      input,
      status: 'RUNNING',
      startDate: time.now(),
    };
    if (!known) {
      executions.set(arn, execution);
      time.after(deps.latency(), () => void follow(machine, execution));
    }
    return { executionArn: arn, startDate: execution.startDate / 1000 };
  };

  const follow = async (machine: MachineDefinition, execution: StandardExecution): Promise<void> => {
    const { status } = await deps.run(machine, execution.name, execution.input);
    execution.status = status;
    const ended = { ...execution, type: 'STANDARD' as const, stopDate: time.now(), events: [] };
    deps.publish(statusEvent(ended, { ...place, id: deps.newId(), at: new Date(time.now()) }));
  };

  const taken = (isThere: boolean): object => {
    if (!isThere) throw new ServiceError('TaskDoesNotExist', 'Task does not exist');
    return {};
  };
  // biome-ignore lint/suspicious/noExplicitAny: each operation knows its own request
  const operations: Record<string, (input: any) => object> = {
    DescribeExecution: ({ executionArn }) => {
      const found = executions.get(executionArn);
      if (!found)
        throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
      const { arn, machineArn, name, status, startDate } = found;
      return { executionArn: arn, stateMachineArn: machineArn, name, status, startDate: startDate / 1000 };
    },
    SendTaskSuccess: ({ taskToken, output }) => taken(tokens.succeed(taskToken, JSON.parse(output))),
    SendTaskFailure: ({ taskToken, error, cause }) =>
      taken(tokens.fail(taskToken, new StateError(error ?? 'States.TaskFailed', cause))),
    SendTaskHeartbeat: ({ taskToken }) => taken(tokens.heartbeat(taskToken)),
  };
  return { start, operations: operations as Record<string, JsonOperation> };
};
