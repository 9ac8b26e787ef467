import { ServiceError } from '../../protocol/service-error.ts';
import type { Context } from '../context.ts';
import { invalidInput, invalidName } from '../errors.ts';
import type { Execution } from '../executions.ts';
import { maximumBytes } from '../interpreter/data-limit.ts';
import type { StateMachine } from '../state-machines.ts';

/** An execution that has not begun, from a request's name and input. */
export const newExecution = (
  { newId, clock }: Context,
  machine: StateMachine,
  { name = newId(), input = '{}' }: { name?: string; input?: string },
): Execution => {
  if (!/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/.test(name)) throw invalidName(name);
  checkInput(input);
  return {
    arn: executionArn(machine, name, newId),
    name,
    machineArn: machine.arn,
    type: machine.type,
    status: 'RUNNING',
    input,
    startDate: clock.now().getTime(),
    events: [],
  };
};

/** An Express ARN ends in an id of its own, since names repeat. */
const executionArn = ({ arn, type }: StateMachine, name: string, newId: () => string): string =>
  type === 'EXPRESS'
    ? `${arn.replace(':stateMachine:', ':express:')}:${name}:${newId()}`
    : `${arn.replace(':stateMachine:', ':execution:')}:${name}`;

const checkInput = (input: string): void => {
  if (Buffer.byteLength(input) > maximumBytes) {
    throw new ServiceError(
      'ValidationException',
      "1 validation error detected: Value at 'input' failed to satisfy constraint: " +
        `Member must have length less than or equal to ${maximumBytes}`,
    );
  }
  try {
    JSON.parse(input);
  } catch (error) {
    throw invalidInput((error as Error).message);
  }
};
