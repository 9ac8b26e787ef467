import type {
  Target as ApiTarget,
  ListTargetsByRuleRequest,
  PutTargetsRequest,
} from '@aws-sdk/client-eventbridge';
import { checkTarget, type Target } from '../delivery/target.ts';
import { type Operation, onlyMembers } from './context.ts';
import { page } from './pages.ts';

export const listTargetsByRule: Operation<ListTargetsByRuleRequest> =
  ({ rules }) =>
  async (request) => {
    onlyMembers('ListTargetsByRule', request, ['Rule', 'NextToken', 'Limit']);
    const { items, NextToken } = page(rules.get(request.Rule ?? '').targets, request);
    return { Targets: items.map(toApi), NextToken };
  };

/** Adds targets to a rule; one with an id that is there takes its place. */
export const putTargets: Operation<PutTargetsRequest> =
  ({ rules }) =>
  async (request) => {
    onlyMembers('PutTargets', request, ['Rule', 'Targets']);
    const rule = rules.get(request.Rule ?? '');
    const given = (request.Targets ?? []).map(fromApi).map(checkTarget);
    const replaced = new Set(given.map(({ id }) => id));
    rule.targets = [...rule.targets.filter(({ id }) => !replaced.has(id)), ...given];
    return { FailedEntryCount: 0, FailedEntries: [] };
  };

const known = [
  'Id',
  'Arn',
  'Input',
  'InputPath',
  'InputTransformer',
  'RetryPolicy',
  'DeadLetterConfig',
  'RoleArn',
];

const fromApi = (target: ApiTarget): Target => {
  onlyMembers('PutTargets', target, known);
  return {
    id: target.Id ?? '',
    arn: target.Arn ?? '',
    input: target.Input,
    inputPath: target.InputPath,
    inputTransformer: target.InputTransformer && {
      inputPathsMap: target.InputTransformer.InputPathsMap,
      inputTemplate: target.InputTransformer.InputTemplate ?? '',
    },
    retryPolicy: target.RetryPolicy && {
      maximumRetryAttempts: target.RetryPolicy.MaximumRetryAttempts,
      maximumEventAgeInSeconds: target.RetryPolicy.MaximumEventAgeInSeconds,
    },
    deadLetterArn: target.DeadLetterConfig?.Arn,
    roleArn: target.RoleArn,
  };
};

const toApi = ({ id, arn, inputTransformer, retryPolicy, deadLetterArn, ...target }: Target): ApiTarget => ({
  Id: id,
  Arn: arn,
  Input: target.input,
  InputPath: target.inputPath,
  InputTransformer: inputTransformer && {
    InputPathsMap: inputTransformer.inputPathsMap,
    InputTemplate: inputTransformer.inputTemplate,
  },
  RetryPolicy: retryPolicy && {
    MaximumRetryAttempts: retryPolicy.maximumRetryAttempts,
    MaximumEventAgeInSeconds: retryPolicy.maximumEventAgeInSeconds,
  },
  DeadLetterConfig: deadLetterArn === undefined ? undefined : { Arn: deadLetterArn },
  RoleArn: target.roleArn,
});
