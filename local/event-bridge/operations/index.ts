import { putEvents } from './put-events.ts';
import { describeRule, disableRule, enableRule, listRules, putRule } from './rules.ts';
import { listTargetsByRule, putTargets } from './targets.ts';
import { testEventPattern } from './test-event-pattern.ts';

/** Keys are the operations that EventBridge answers locally; every other one is `not emulated` by name. */
export const operations = {
  DescribeRule: describeRule,
  DisableRule: disableRule,
  EnableRule: enableRule,
  ListRules: listRules,
  ListTargetsByRule: listTargetsByRule,
  PutEvents: putEvents,
  PutRule: putRule,
  PutTargets: putTargets,
  TestEventPattern: testEventPattern,
};
