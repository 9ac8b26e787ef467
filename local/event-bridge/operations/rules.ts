import type {
  DescribeRuleRequest,
  DisableRuleRequest,
  EnableRuleRequest,
  ListRulesRequest,
  PutRuleRequest,
} from '@aws-sdk/client-eventbridge';
import { invalidPattern } from '../pattern/invalid-pattern.ts';
import type { Rule } from '../rules.ts';
import { type Context, type Operation, onlyMembers } from './context.ts';
import { page } from './pages.ts';

export const listRules: Operation<ListRulesRequest> =
  ({ rules }) =>
  async (request) => {
    onlyMembers('ListRules', request, ['NamePrefix', 'NextToken', 'Limit']);
    const wanted = rules.all().filter(({ name }) => name.startsWith(request.NamePrefix ?? ''));
    const { items, NextToken } = page(wanted, request);
    return { Rules: items.map(shown), NextToken };
  };

export const describeRule: Operation<DescribeRuleRequest> =
  ({ rules }) =>
  async (request) => {
    onlyMembers('DescribeRule', request, ['Name']);
    return shown(rules.get(request.Name ?? ''));
  };

/** Creates a rule, or changes one and keeps its targets. */
export const putRule: Operation<PutRuleRequest> = (context) => async (request) => {
  const known = ['Name', 'Description', 'EventPattern', 'ScheduleExpression', 'State'];
  onlyMembers('PutRule', request, known);
  const { Name: name = '', Description, EventPattern, ScheduleExpression, State } = request;
  const { arn } = context.putRule({
    name,
    ...(Description && { description: Description }),
    ...(EventPattern && { eventPattern: parsePattern(EventPattern) }),
    ...(ScheduleExpression && { scheduleExpression: ScheduleExpression }),
    state: State === 'DISABLED' ? 'DISABLED' : 'ENABLED',
    targets: context.rules.find(name)?.targets ?? [],
  });
  return { RuleArn: arn };
};

export const enableRule: Operation<EnableRuleRequest> = (context) => async (request) => {
  onlyMembers('EnableRule', request, ['Name']);
  return turn(context, request.Name, 'ENABLED');
};

export const disableRule: Operation<DisableRuleRequest> = (context) => async (request) => {
  onlyMembers('DisableRule', request, ['Name']);
  return turn(context, request.Name, 'DISABLED');
};

const turn = ({ rules }: Context, name: string | undefined, state: Rule['state']): object => {
  rules.get(name ?? '').state = state;
  return {};
};

/** A pattern's JSON text. */
export const parsePattern = (text: string): object => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalidPattern((error as Error).message);
  }
};

const shown = ({ name, arn, description, eventPattern, scheduleExpression, state }: Rule) => ({
  Name: name,
  Arn: arn,
  Description: description,
  EventPattern: eventPattern && JSON.stringify(eventPattern),
  ScheduleExpression: scheduleExpression,
  State: state,
  EventBusName: 'default',
});
