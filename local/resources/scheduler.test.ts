import { deploy } from '../deploy/deploy.ts';
import type { StackContext } from '../deploy/stack-context.ts';
import { functionArn, roleArn, startScheduler } from '../scheduler/test-scheduler.ts';
import { resourceTypes } from './index.ts';

const Target = { Arn: functionArn, RoleArn: roleArn };
const FlexibleTimeWindow = { Mode: 'OFF' };

/** Deploys a group and a schedule in it. */
const deployed = async (properties: object) => {
  const test = await startScheduler();
  const context = {
    account: '0',
    region: 'r',
    stackName: 'readout',
    services: { scheduler: test.scheduler },
  };
  const schedule = { GroupName: { Ref: 'Reports' }, FlexibleTimeWindow, Target, ...properties };
  const done = deploy(
    {
      Parameters: {},
      Rules: {},
      Conditions: {},
      Globals: {},
      Resources: {
        Hourly: { Type: 'AWS::Scheduler::Schedule', Properties: schedule },
        Reports: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: {} },
      },
      Outputs: {},
    },
    { parameters: {}, types: resourceTypes, context: context as unknown as StackContext },
  );
  return { test, done };
};

it('calls a function of the template at the moments of a schedule', async () => {
  const StartDate = '2026-01-02T04:00:00Z';
  const { test, done } = await deployed({ ScheduleExpression: 'rate(1 hour)', StartDate });
  const { resources } = await done;
  expect(resources).toMatchObject({
    Reports: { ref: 'readout-Reports' },
    Hourly: { attributes: { Arn: expect.stringMatching(/:schedule\/readout-Reports\/readout-Hourly$/) } },
  });
  await test.pass(2 * 3_600_000);
  expect(test.invoked).toHaveLength(2);
  await test.close();
});

it('refuses what it does not emulate when it starts', async () => {
  const { test, done } = await deployed({
    ScheduleExpression: 'rate(1 hour)',
    Target: { ...Target, SqsParameters: {} },
  });
  await expect(done).rejects.toThrow('not emulated: SqsParameters of Hourly.Properties.Target');
  await test.close();
});
