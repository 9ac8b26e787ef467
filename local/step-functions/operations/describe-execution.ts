import type { DescribeExecutionInput } from '@aws-sdk/client-sfn';
import type { Operation } from './index.ts';
import { onlyMembers, seconds } from './members.ts';

/** An execution as it stands; Express ones too, which the cloud refuses. */
export const describeExecution: Operation<DescribeExecutionInput> =
  ({ executions }) =>
  async (request) => {
    onlyMembers('DescribeExecution', request, ['executionArn', 'includedData']);
    const execution = executions.get(request.executionArn ?? '');
    const included = request.includedData !== 'METADATA_ONLY';
    return {
      executionArn: execution.arn,
      stateMachineArn: execution.machineArn,
      name: execution.name,
      status: execution.status,
      startDate: seconds(execution.startDate),
      ...(execution.stopDate !== undefined && { stopDate: seconds(execution.stopDate) }),
      ...(included && { input: execution.input, output: execution.output }),
      inputDetails: { included },
      ...(execution.output !== undefined && { outputDetails: { included } }),
      error: execution.error,
      cause: execution.cause,
      redriveCount: 0,
    };
  };
