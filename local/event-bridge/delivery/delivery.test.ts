import { event, functionArn, queueArn, settle, startBus } from '../test-bus.ts';
import type { Target } from './target.ts';

const rule = (target: Partial<Target>, eventPattern: object = { source: ['readout.test'] }) => ({
  name: 'finished',
  state: 'ENABLED' as const,
  eventPattern,
  targets: [{ id: 'notify', arn: functionArn, deadLetterArn: queueArn, ...target }],
});

const publish = async (target: Partial<Target>, change: Parameters<typeof startBus>[0] = {}) => {
  const bus = startBus(change);
  await bus.eventBridge.createRule(rule(target));
  bus.eventBridge.publish(event);
  await settle();
  return bus;
};

const failing = (name: string, times = Number.POSITIVE_INFINITY) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls > times) return;
    throw Object.assign(new Error(`${name} happened`), { name });
  };
};

describe('what a target gets', () => {
  it.each([
    ['the event', {}, event],
    ['a constant', { input: '{"a":1}' }, { a: 1 }],
    ['a part', { inputPath: '$.detail' }, event.detail],
    ['a list item', { inputPath: '$.resources[0]' }, 'arn:r'],
    [
      'a transformed event',
      {
        inputTransformer: {
          inputPathsMap: {
            rows: '$.detail.rows',
            name: '$.detail.name',
            none: '$.detail.none',
            all: '$.detail',
          },
          inputTemplate:
            '{"rows": <rows>, "text": "<name>: <rows>", "name": <name>, "none": <none>, "all": <all>, "rule": <aws.events.rule-name>}',
        },
      },
      {
        rows: 12,
        text: 'a "quoted" name: 12',
        name: 'a "quoted" name',
        none: null,
        all: event.detail,
        rule: 'finished',
      },
    ],
  ])('%s', async (_name, target, expected) => {
    expect((await publish(target)).delivered).toEqual([expected]);
  });

  it('goes to a queue as text, and to a workflow as its input', async () => {
    const { messages } = await publish({ arn: queueArn, inputPath: '$.detail' });
    expect(messages).toEqual([{ queueArn, body: event.detail, attributes: {} }]);
    const inputs: string[] = [];
    const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:nightly';
    await publish({ arn }, { startExecution: async (_arn, input) => void inputs.push(input) });
    expect(JSON.parse(inputs[0] ?? '')).toEqual(event);
  });

  it('is nothing, when the rule does not hear the event or is disabled', async () => {
    const { eventBridge, delivered } = startBus();
    await eventBridge.createRule(rule({}, { source: ['another'] }));
    await eventBridge.createRule({ ...rule({}), name: 'off', state: 'DISABLED' });
    eventBridge.publish(event);
    await settle();
    expect(delivered).toEqual([]);
  });
});

describe('retries', () => {
  it('tries again, longer apart each time, until it succeeds', async () => {
    const { waits, messages } = await publish({}, { invokeLambda: failing('TooManyRequestsException', 3) });
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(messages).toEqual([]);
  });

  it('ends in the dead-letter queue when the attempts are spent', async () => {
    const retryPolicy = { maximumRetryAttempts: 2 };
    const { messages, waits } = await publish(
      { retryPolicy },
      { invokeLambda: failing('TooManyRequestsException') },
    );
    expect(waits).toHaveLength(2);
    expect(messages).toEqual([
      {
        queueArn,
        body: event,
        attributes: {
          RULE_ARN: 'arn:aws:events:us-east-1:000000000000:rule/finished',
          TARGET_ARN: functionArn,
          ERROR_CODE: 'THROTTLING',
          ERROR_MESSAGE: 'TooManyRequestsException happened',
          RETRY_ATTEMPTS: '2',
          EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
        },
      },
    ]);
  });

  it('ends there when the event grows too old', async () => {
    const retryPolicy = { maximumEventAgeInSeconds: 60 };
    const { messages } = await publish({ retryPolicy }, { invokeLambda: failing('Error') });
    expect(messages[0]?.attributes).toMatchObject({
      ERROR_CODE: 'ERROR_FROM_TARGET',
      RETRY_ATTEMPTS: '5',
      EXHAUSTED_RETRY_CONDITION: 'MaximumEventAgeInSeconds',
    });
  });

  it.each([
    ['ResourceNotFoundException', 'NO_RESOURCE'],
    ['AccessDeniedException', 'NO_PERMISSIONS'],
  ])('does not try again after %s', async (error, code) => {
    const { messages, waits } = await publish({}, { invokeLambda: failing(error) });
    expect(waits).toEqual([]);
    expect(messages[0]?.attributes).toMatchObject({ ERROR_CODE: code, RETRY_ATTEMPTS: '0' });
    expect(messages[0]?.attributes).not.toHaveProperty('EXHAUSTED_RETRY_CONDITION');
  });

  it('gives up when EventBridge closes', async () => {
    const sleep = (_ms: number, signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const { eventBridge, messages } = await publish({}, { invokeLambda: failing('Error'), sleep });
    await eventBridge.close();
    expect(messages).toEqual([]);
  });
});
