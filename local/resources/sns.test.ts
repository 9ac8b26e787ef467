import { deploy } from '../deploy/deploy.ts';
import type { StackContext } from '../deploy/stack-context.ts';
import { createSns } from '../sns/index.ts';
import { resourceTypes } from './index.ts';

const sns = createSns({
  account: '000000000000',
  region: 'eu-west-1',
  clock: { now: () => new Date(0) },
  newId: () => 'id',
  deliver: () => {},
  invokeLambda: async () => {},
  sendMessage: () => {},
});
const context = { stackName: 'readout', services: { sns } } as unknown as StackContext;

it('refuses a subscription by a protocol that nobody would hear', async () => {
  const Subscription = [{ Protocol: 'sms', Endpoint: '+49123' }];
  const Resources = { Alarms: { Type: 'AWS::SNS::Topic', Properties: { Subscription } } };
  const template = { Parameters: {}, Rules: {}, Conditions: {}, Globals: {}, Resources, Outputs: {} };
  await expect(deploy(template, { parameters: {}, types: resourceTypes, context })).rejects.toThrow(
    'Alarms.Properties.Subscription.0.Protocol (AWS::SNS::Topic): not emulated: subscriptions by sms',
  );
});
