import type { ListExecutionsInput } from '@aws-sdk/client-sfn';
import type { Operation } from './index.ts';
import { onlyMembers, seconds } from './members.ts';
import { page } from './pages.ts';

/** Executions of one machine, newest first; Express ones too, which the cloud refuses. */
export const listExecutions: Operation<ListExecutionsInput> =
  ({ executions, machines }) =>
  async (request) => {
    onlyMembers('ListExecutions', request, ['stateMachineArn', 'statusFilter', 'maxResults', 'nextToken']);
    const { arn } = machines.get(request.stateMachineArn ?? '');
    const wanted = executions.of(arn).filter(({ status }) => (request.statusFilter ?? status) === status);
    const { items, nextToken } = page(wanted, request);
    return {
      executions: items.map((execution) => ({
        executionArn: execution.arn,
        stateMachineArn: arn,
        name: execution.name,
        status: execution.status,
        startDate: seconds(execution.startDate),
        ...(execution.stopDate !== undefined && { stopDate: seconds(execution.stopDate) }),
        redriveCount: 0,
      })),
      nextToken,
    };
  };
