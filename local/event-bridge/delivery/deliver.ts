import { notEmulated } from '../../protocol/service-error.ts';
import type { Clock } from '../../service.ts';
import type { BusEvent } from '../event.ts';
import type { Sleep } from '../sleep.ts';
import { backoff } from './backoff.ts';
import { attributesOf, type DeadLetter, isHopeless } from './dead-letter.ts';
import type { Target } from './target.ts';
import { targetInput } from './target-input.ts';

/** What events are delivered with. */
export interface Couriers {
  /** Hands a function an event, as Lambda's asynchronous invocation: resolves once it is accepted. */
  invokeLambda(functionArn: string, event: object): Promise<void>;
  sendMessage(queueArn: string, body: string, attributes: Record<string, string>): Promise<unknown> | unknown;
  startExecution?(stateMachineArn: string, input: string): Promise<unknown>;
  clock: Clock;
  sleep: Sleep;
  random(): number;
  /** Hears of every try and of what became of an event at last. */
  tell?(passage: Passage): void;
}

/** One try to bring an event to a target; `dropped` when no try and no queue is left. */
export interface Passage {
  rule: string;
  targetArn: string;
  event: BusEvent;
  outcome: 'delivered' | 'failed' | 'dead letter' | 'dropped';
  retries: number;
  error?: Error;
}

/** Of EventBridge: 24 hours and 185 retries. */
const defaults = { maximumRetryAttempts: 185, maximumEventAgeInSeconds: 86_400 };

/** Brings one event to one target, tries again as the target's policy says, and at last to its dead-letter queue. */
export const deliver = async (
  couriers: Couriers,
  rule: { name: string; arn: string },
  target: Target,
  event: BusEvent,
  signal: AbortSignal,
): Promise<void> => {
  const came = couriers.clock.now();
  const passage = { ruleArn: rule.arn, ruleName: rule.name, ingestionTime: came.toISOString() };
  const tell = (outcome: Passage['outcome'], retries: number, error?: Error): void =>
    couriers.tell?.({
      rule: rule.name,
      targetArn: target.arn,
      event,
      outcome,
      retries,
      ...(error && { error }),
    });
  const giveUp = async (letter: DeadLetter): Promise<void> => {
    await bury(couriers, target, event, letter);
    tell(target.deadLetterArn === undefined ? 'dropped' : 'dead letter', letter.retries, letter.error);
  };
  const policy = { ...defaults, ...defined(target.retryPolicy) };
  for (let retries = 0; ; retries += 1) {
    try {
      await send(couriers, target, targetInput(target, event, passage));
      return tell('delivered', retries);
    } catch (thrown) {
      const error = thrown as Error;
      const delay = backoff(retries, couriers.random);
      const late =
        couriers.clock.now().getTime() + delay - came.getTime() > policy.maximumEventAgeInSeconds * 1000;
      const letter = { ruleArn: rule.arn, targetArn: target.arn, error, retries };
      if (isHopeless(error)) return giveUp(letter);
      if (retries >= policy.maximumRetryAttempts) {
        return giveUp({ ...letter, exhausted: 'MaximumRetryAttempts' });
      }
      if (late) return giveUp({ ...letter, exhausted: 'MaximumEventAgeInSeconds' });
      tell('failed', retries, error);
      await couriers.sleep(delay, signal);
    }
  }
};

const send = async (couriers: Couriers, { arn }: Target, input: unknown): Promise<void> => {
  const [, , service] = arn.split(':');
  if (service === 'lambda') await couriers.invokeLambda(arn, input as object);
  else if (service === 'sqs') await couriers.sendMessage(arn, asText(input), {});
  else if (couriers.startExecution) await couriers.startExecution(arn, JSON.stringify(input));
  else throw notEmulated(`the event target ${arn}`);
};

const asText = (input: unknown): string => (typeof input === 'string' ? input : JSON.stringify(input));

/** The letter's body is the event itself, whatever the target would have got. */
const bury = async (
  couriers: Couriers,
  { deadLetterArn }: Target,
  event: BusEvent,
  letter: DeadLetter,
): Promise<void> => {
  if (deadLetterArn === undefined) return;
  await couriers.sendMessage(deadLetterArn, JSON.stringify(event), attributesOf(letter));
};

const defined = (policy: Target['retryPolicy'] = {}): Partial<typeof defaults> =>
  Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined));
