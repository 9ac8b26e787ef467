import { StateError } from '../run-workflow.ts';
import { call, run } from '../test-workflow.ts';
import type { State } from './definition.ts';

describe('states', () => {
  const choice = (Condition: string): Record<string, State> => ({
    Decide: {
      Type: 'Choice',
      Choices: [{ Condition, Next: 'Yes', Assign: { by: 'rule' }, Output: 'taken' }],
      Assign: { by: 'default' },
      Default: 'No',
    },
    Yes: { Type: 'Pass', Output: '{% $by & " " & $states.input %}', End: true },
    No: { Type: 'Pass', Output: '{% $by %}', End: true },
  });

  it.each([
    ['{% $states.input.n = 1 %}', { output: 'rule taken' }],
    ['{% $states.input.n = 2 %}', { output: 'default' }],
    ['{% $states.input.n %}', { error: 'States.QueryEvaluationError' }],
  ])('chooses on %s', async (condition, expected) => {
    expect(await run(choice(condition), { input: { n: 1 } })).toMatchObject(expected);
  });

  it('fails when no choice matches', async () => {
    const states = choice('{% false %}');
    delete (states.Decide as { Default?: string }).Default;
    expect(await run(states)).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it.each([
    [{ Seconds: '{% $states.input.n %}' }, 7000],
    [{ Timestamp: '2026-01-01T00:00:09Z' }, 9000],
  ])('waits %j', async (fields, expected) => {
    const waits: number[] = [];
    await run(
      { Pause: { Type: 'Wait', ...fields, End: true } },
      {
        input: { n: 7 },
        environment: {
          sleep: async (ms) => void waits.push(ms),
          clock: { now: () => new Date('2026-01-01T00:00:00Z') },
        },
      },
    );
    expect(waits).toEqual([expected]);
  });

  it('fails as its Fail state says', async () => {
    const ending = await run(
      { Stop: { Type: 'Fail', Error: '{% $states.input.error %}', Cause: 'so' } },
      { input: { error: 'InvalidInput' } },
    );
    expect(ending).toMatchObject({ status: 'FAILED', error: 'InvalidInput', cause: 'so' });
  });

  it('runs branches side by side in scopes of their own', async () => {
    const branch = (Output: string) => ({
      StartAt: Output,
      States: {
        [Output]: {
          Type: 'Pass',
          Assign: { inner: Output },
          Output: { said: Output, outer: '{% $outer %}' },
          End: true,
        } as State,
      },
    });
    const ending = await run({
      Set: { Type: 'Pass', Assign: { outer: 1 }, Next: 'Both' },
      Both: { Type: 'Parallel', Branches: [branch('a'), branch('b')], Next: 'After' },
      After: {
        Type: 'Pass',
        Output: { all: '{% $states.input %}', inner: '{% $exists($inner) %}' },
        End: true,
      },
    });
    expect(ending).toMatchObject({
      output: {
        all: [
          { said: 'a', outer: 1 },
          { said: 'b', outer: 1 },
        ],
        inner: false,
      },
    });
  });

  it('stops the other branches when one fails, and catches at the Parallel', async () => {
    let stopped = false;
    const one = (name: string): { StartAt: string; States: Record<string, State> } => ({
      StartAt: name,
      States: { [name]: { Type: 'Task', Resource: call, End: true } },
    });
    const ending = await run(
      {
        Both: {
          Type: 'Parallel',
          Branches: [one('Slow'), one('Broken')],
          Catch: [{ ErrorEquals: ['Broken'], Next: 'Recovered' }],
          End: true,
        },
        Recovered: { Type: 'Succeed' },
      },
      {
        tasks: {
          Slow: (_given, { signal }) =>
            new Promise(() => signal.addEventListener('abort', () => (stopped = true))),
          Broken: () => {
            throw new StateError('Broken');
          },
        },
      },
    );
    expect(ending).toMatchObject({ output: { Error: 'Broken' } });
    expect(stopped).toBe(true);
    expect(ending.events.map(({ type }) => type)).toContain('TaskStateAborted');
  });

  it('maps items in order, no more at a time than MaxConcurrency', async () => {
    let running = 0;
    let most = 0;
    const ending = await run(
      {
        Each: {
          Type: 'Map',
          Items: '{% $states.input.items %}',
          ItemSelector: {
            item: '{% $states.context.Map.Item.Value %}',
            at: '{% $states.context.Map.Item.Index %}',
          },
          MaxConcurrency: 2,
          ItemProcessor: {
            StartAt: 'One',
            States: { One: { Type: 'Task', Resource: call, End: true } },
          },
          End: true,
        },
      },
      {
        input: { items: ['a', 'b', 'c'] },
        tasks: {
          One: async ({ item, at }: { item: string; at: number }) => {
            running += 1;
            most = Math.max(most, running);
            await new Promise(setImmediate);
            running -= 1;
            return `${item}${at}`;
          },
        },
      },
    );
    expect(ending).toMatchObject({ output: ['a0', 'b1', 'c2'] });
    expect(most).toBe(2);
  });
});
