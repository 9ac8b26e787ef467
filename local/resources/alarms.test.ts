import { deploy } from '../deploy/deploy.ts';
import { createHostNames } from '../deploy/host-names.ts';
import type { StackContext } from '../deploy/stack-context.ts';
import { createSns } from '../sns/index.ts';
import type { Template } from '../template/read-template.ts';
import { resourceTypes } from './index.ts';

const place = { account: '000000000000', region: 'eu-west-1' };
const sns = createSns({
  ...place,
  clock: { now: () => new Date(0) },
  newId: () => 'id',
  deliver: () => {},
  invokeLambda: async () => {},
  sendMessage: () => {},
});
const context = {
  ...place,
  stackName: 'readout',
  hostNames: createHostNames(),
  services: { sns },
} as unknown as StackContext;

const run = (Resources: Template['Resources'], Outputs: Template['Outputs'] = {}) =>
  deploy(
    { Parameters: {}, Rules: {}, Conditions: {}, Globals: {}, Resources, Outputs },
    { parameters: {}, types: resourceTypes, context },
  );

const alarm = {
  AlarmDescription: 'A message that nobody handled.',
  Namespace: 'AWS/SQS',
  MetricName: 'ApproximateNumberOfMessagesVisible',
  Dimensions: [{ Name: 'QueueName', Value: 'dead-letters' }],
  Statistic: 'Maximum',
  Period: '60',
  EvaluationPeriods: 1,
  Threshold: 0,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'notBreaching',
  AlarmActions: [{ Ref: 'Alarms' }],
};
const resources = (change: object = {}) => ({
  Alarms: { Type: 'AWS::SNS::Topic', Properties: {} },
  ByMail: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: { Ref: 'Alarms' }, Protocol: 'email', Endpoint: 'ops@example.com' },
  },
  Waiting: { Type: 'AWS::CloudWatch::Alarm', Properties: { ...alarm, ...change } },
});

describe('alarms, topics and subscriptions', () => {
  it('have their names and ARNs', async () => {
    const { outputs } = await run(resources(), {
      Topic: { Value: { Ref: 'Alarms' } },
      Name: { Value: { 'Fn::GetAtt': ['Alarms', 'TopicName'] } },
      Alarm: { Value: { Ref: 'Waiting' } },
      AlarmArn: { Value: { 'Fn::GetAtt': ['Waiting', 'Arn'] } },
    });
    expect(outputs).toEqual({
      Topic: 'arn:aws:sns:eu-west-1:000000000000:readout-Alarms',
      Name: 'readout-Alarms',
      Alarm: 'readout-Waiting',
      AlarmArn: 'arn:aws:cloudwatch:eu-west-1:000000000000:alarm:readout-Waiting',
    });
  });

  it('may be computed from several metrics', async () => {
    const { Namespace, MetricName, Dimensions, Statistic, Period, ...computed } = alarm;
    const MetricStat = { Metric: { Namespace, MetricName, Dimensions }, Period, Stat: Statistic };
    const Metrics = [
      { Id: 'failed', MetricStat, ReturnData: false },
      { Id: 'share', Expression: '100 * failed', Label: 'Failed' },
    ];
    const { resources: created } = await run({
      ...resources(),
      Waiting: { Type: 'AWS::CloudWatch::Alarm', Properties: { ...computed, Metrics } },
    });
    expect(created.Waiting?.ref).toBe('readout-Waiting');
  });

  it.each([
    [{ ComparisonOperator: 'MoreThan' }, 'Waiting.Properties.ComparisonOperator'],
    [{ Treshold: 1 }, 'not emulated: Treshold of Waiting.Properties'],
  ])('are refused with %p', async (change, message) => {
    await expect(run(resources(change))).rejects.toThrow(message);
  });
});
