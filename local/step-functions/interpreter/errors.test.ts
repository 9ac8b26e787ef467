import { runWorkflow, StateError } from '../run-workflow.ts';
import { call, run, workflow } from '../test-workflow.ts';
import type { State } from './definition.ts';

describe('errors', () => {
  const failing = (error: string, more: Partial<State> = {}) =>
    run(
      {
        Work: { Type: 'Task', Resource: call, End: true, ...more } as State,
        Recovered: { Type: 'Pass', End: true },
      },
      {
        tasks: {
          Work: () => {
            throw new StateError(error, 'why');
          },
        },
      },
    );
  const caught = (...ErrorEquals: string[]) => ({ Catch: [{ ErrorEquals, Next: 'Recovered' }] });

  it.each([
    ['S3.NoSuchKeyException', 'S3.NoSuchKeyException', true],
    ['S3.NoSuchKeyException', 'S3.S3Exception', false],
    ['AnyError', 'States.ALL', true],
    ['AnyError', 'States.TaskFailed', true],
    ['States.Timeout', 'States.TaskFailed', false],
    ['States.Timeout', 'States.ALL', true],
    ['States.HeartbeatTimeout', 'States.Timeout', true],
  ])('%s is caught by %s: %s', async (error, pattern, expected) => {
    const ending = await failing(error, caught(pattern));
    expect(ending.status === 'SUCCEEDED').toBe(expected);
    expect(ending).toMatchObject(
      expected
        ? { output: { Error: error, Cause: 'why' }, path: ['Work', 'Recovered'] }
        : { error, cause: 'why' },
    );
  });

  it('gives a catcher $states.errorOutput for its own Assign and Output', async () => {
    const ending = await failing('Boom', {
      Output: 'not this one',
      Catch: [
        { ErrorEquals: ['Other'], Next: 'Recovered', Output: 'nor this' },
        {
          ErrorEquals: ['Boom'],
          Next: 'Recovered',
          Assign: { kept: '{% $states.errorOutput.Cause %}' },
          Output: { error: '{% $states.errorOutput.Error %}' },
        },
      ],
    });
    expect(ending).toMatchObject({ output: { error: 'Boom' } });
  });

  it('catches what the output of the state itself gets wrong', async () => {
    const ending = await run(
      {
        Work: {
          Type: 'Task',
          Resource: call,
          End: true,
          Output: '{% $states.result.missing %}',
          Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Recovered' }],
        },
        Recovered: { Type: 'Pass', Output: 'recovered', End: true },
      },
      { tasks: { Work: () => ({}) } },
    );
    expect(ending).toMatchObject({ output: 'recovered' });
  });

  it('retries by the first matching retrier, backing off to its limit', async () => {
    const waits: number[] = [];
    const attempts: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    const ending = await run(
      {
        Work: {
          Type: 'Task',
          Resource: call,
          Arguments: { attempt: '{% $states.context.State.RetryCount %}' },
          End: true,
          Retry: [
            { ErrorEquals: ['Never'], MaxAttempts: 9 },
            {
              ErrorEquals: ['Throttled'],
              IntervalSeconds: 2,
              BackoffRate: 3,
              MaxDelaySeconds: 10,
              MaxAttempts: 4,
            },
          ],
        },
      },
      {
        environment: { sleep },
        tasks: {
          Work: ({ attempt }: { attempt: number }) => {
            attempts.push(attempt);
            throw new StateError('Throttled');
          },
        },
      },
    );
    expect(ending).toMatchObject({ status: 'FAILED', error: 'Throttled' });
    expect(attempts).toEqual([0, 1, 2, 3, 4]);
    expect(waits).toEqual([2000, 6000, 10_000, 10_000]);
  });

  it('spreads retries with full jitter', async () => {
    const waits: number[] = [];
    await run(
      {
        Work: {
          Type: 'Task',
          Resource: call,
          End: true,
          Retry: [
            { ErrorEquals: ['States.ALL'], MaxAttempts: 1, IntervalSeconds: 4, JitterStrategy: 'FULL' },
          ],
        },
      },
      { environment: { sleep: async (ms) => void waits.push(ms), random: () => 0.25 } },
    );
    expect(waits).toEqual([1000]);
  });

  it('limits a task, its arguments and an output to 256 KiB', async () => {
    const big = 'x'.repeat(262_144);
    const cases: [State, string][] = [
      [{ Type: 'Task', Resource: call, Arguments: {}, End: true }, "'lambda'"],
      [{ Type: 'Pass', Output: big, End: true }, "'Only'"],
      [{ Type: 'Task', Resource: call, Arguments: big, End: true }, "'Only'"],
    ];
    for (const [state, subject] of cases) {
      const ending = await run({ Only: state }, { tasks: { Only: () => big } });
      expect(ending).toMatchObject({
        error: 'States.DataLimitExceeded',
        cause: expect.stringContaining(subject),
      });
    }
  });

  it('times a task out, and tells the task', async () => {
    let signal: AbortSignal | undefined;
    const ending = await run(
      { Work: { Type: 'Task', Resource: call, TimeoutSeconds: '{% 2 * 4 %}', End: true } },
      {
        environment: { timeout: async (ms) => expect(ms).toBe(8000) },
        tasks: {
          Work: (_given, made) => {
            signal = made.signal;
            return new Promise(() => undefined);
          },
        },
      },
    );
    expect(ending).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(signal?.aborted).toBe(true);
    expect(ending.events.map(({ type }) => type)).toContain('TaskTimedOut');
  });

  it('times a whole execution out', async () => {
    const ending = await runWorkflow({
      definition: workflow({ Long: { Type: 'Wait', Seconds: 60, End: true } }, { TimeoutSeconds: 5 }),
      input: {},
      tasks: {},
      environment: { sleep: () => new Promise(() => undefined), timeout: async () => undefined },
    });
    expect(ending).toMatchObject({ status: 'TIMED_OUT', path: ['Long'] });
  });
});
