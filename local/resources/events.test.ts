import { deploy } from '../deploy/deploy.ts';
import type { StackContext } from '../deploy/stack-context.ts';
import { functionArn, settle, startBus } from '../event-bridge/test-bus.ts';
import { resourceTypes } from './index.ts';

it('calls a function of the template at the moments of a schedule', async () => {
  const waits: { ms: number; pass(): void }[] = [];
  const sleep = (ms: number) => new Promise<void>((pass) => waits.push({ ms, pass }));
  const { eventBridge, delivered } = startBus({ sleep });
  const Target = { Id: 'reconcile', Arn: functionArn, RetryPolicy: { MaximumRetryAttempts: 0 } };
  const Properties = { ScheduleExpression: 'rate(1 minute)', Targets: [Target] };
  const context = { account: '0', region: 'r', stackName: 'readout', services: { eventBridge } };
  await deploy(
    {
      Parameters: {},
      Rules: {},
      Conditions: {},
      Globals: {},
      Resources: { EveryMinute: { Type: 'AWS::Events::Rule', Properties } },
      Outputs: {},
    },
    { parameters: {}, types: resourceTypes, context: context as unknown as StackContext },
  );
  expect(waits.map(({ ms }) => ms)).toEqual([60_000]);
  waits[0]?.pass();
  await settle();
  expect(delivered).toMatchObject([{ 'detail-type': 'Scheduled Event', source: 'aws.events' }]);
  await eventBridge.close();
});
