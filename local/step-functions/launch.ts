import type { Execution, Executions } from './executions.ts';
import { runExecution } from './interpreter/execution.ts';
import { History } from './interpreter/history.ts';
import type { Environment, ExecutionContext } from './interpreter/thread.ts';
import type { StateMachine } from './state-machines.ts';

/** Express executions run for at most 5 minutes. https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */
const expressSeconds = 300;

/** Starts an execution; `ended` resolves once its end is recorded. */
export type Launch = (
  machine: StateMachine,
  execution: Execution,
) => { execution: Execution; ended: Promise<void> };

export const launcher =
  (executions: Executions, environment: Environment): Launch =>
  (machine, execution) => {
    const { clock } = environment;
    const { running } = executions.records;
    const history = new History(clock, execution.events, (event) => {
      if (execution.type === 'STANDARD') running.happened(execution.arn, event);
    });
    const ended = executions.start(
      execution,
      (signal) =>
        runExecution({
          definition: machine.definition,
          input: JSON.parse(execution.input),
          context: contextOf(machine, execution),
          environment,
          history,
          signal,
          timeoutSeconds: limitOf(machine),
        }),
      () => clock.now().getTime(),
    );
    return { execution, ended };
  };

const limitOf = ({ type, definition }: StateMachine): number | undefined => {
  const own = definition.TimeoutSeconds;
  return type === 'EXPRESS' ? Math.min(own ?? expressSeconds, expressSeconds) : own;
};

const contextOf = (
  machine: StateMachine,
  { arn, name, input, startDate, type }: Execution,
): ExecutionContext => ({
  Execution: {
    Id: arn,
    Input: JSON.parse(input),
    Name: name,
    RoleArn: machine.roleArn,
    StartTime: new Date(startDate).toISOString(),
    ...(type === 'STANDARD' && { RedriveCount: 0 }),
  },
  StateMachine: { Id: machine.arn, Name: machine.name },
});
