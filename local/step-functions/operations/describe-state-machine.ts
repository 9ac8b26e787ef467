import type { DescribeStateMachineForExecutionInput, DescribeStateMachineInput } from '@aws-sdk/client-sfn';
import type { StateMachine } from '../state-machines.ts';
import type { Operation } from './index.ts';
import { onlyMembers, seconds } from './members.ts';

export const describeStateMachine: Operation<DescribeStateMachineInput> =
  ({ machines }) =>
  async (request) => {
    onlyMembers('DescribeStateMachine', request, ['stateMachineArn', 'includedData']);
    const machine = machines.get(request.stateMachineArn ?? '');
    return {
      ...description(machine, request.includedData !== 'METADATA_ONLY'),
      type: machine.type,
      status: 'ACTIVE',
      creationDate: seconds(machine.createdAt.getTime()),
    };
  };

export const describeStateMachineForExecution: Operation<DescribeStateMachineForExecutionInput> =
  ({ machines, executions }) =>
  async (request) => {
    onlyMembers('DescribeStateMachineForExecution', request, ['executionArn', 'includedData']);
    const machine = machines.get(executions.get(request.executionArn ?? '').machineArn);
    return {
      ...description(machine, request.includedData !== 'METADATA_ONLY'),
      updateDate: seconds(machine.createdAt.getTime()),
    };
  };

const description = (machine: StateMachine, included: boolean) => ({
  stateMachineArn: machine.arn,
  name: machine.name,
  ...(included && { definition: JSON.stringify(machine.definition, null, 2) }),
  roleArn: machine.roleArn,
  loggingConfiguration: machine.loggingConfiguration,
  tracingConfiguration: { enabled: false },
});
