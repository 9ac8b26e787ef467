import { type BusEvent, eventTime } from '../event-bridge/event.ts';
import type { Execution } from './executions.ts';

/** Input and output together; beyond it the input is left out, then the output. */
const mostBytes = 248 * 1024;

/**
 * What a Standard execution puts on the default bus when it starts and when it ends.
 * https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export const statusEvent = (
  execution: Execution,
  { id, account, region, at }: { id: string; account: string; region: string; at: Date },
): BusEvent => {
  const { arn, machineArn, name, status, startDate, stopDate = null, input, output } = execution;
  const outputIncluded = output !== undefined && escapedBytes(output) <= mostBytes;
  const inputIncluded = escapedBytes(input) + (outputIncluded ? escapedBytes(output) : 0) <= mostBytes;
  return {
    version: '0',
    id,
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    account,
    time: eventTime(at),
    region,
    resources: [arn],
    detail: {
      executionArn: arn,
      stateMachineArn: machineArn,
      name,
      status,
      startDate,
      stopDate,
      input: inputIncluded ? input : null,
      inputDetails: { included: inputIncluded },
      output: outputIncluded ? output : null,
      outputDetails: output === undefined ? null : { included: outputIncluded },
    },
  };
};

const escapedBytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));
