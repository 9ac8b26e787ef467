import { call, run } from '../test-workflow.ts';

const outputOf = async (Output: unknown, input: unknown = {}) => {
  const ending = await run({ Only: { Type: 'Pass', Output, End: true } }, { input });
  return ending.status === 'SUCCEEDED' ? ending.output : ending;
};

describe('expressions', () => {
  it.each([
    ['a literal', 'plain', 'plain'],
    ['an expression', '{% $states.input.n + 1 %}', 3],
    [
      'nested expressions',
      { a: [{ b: '{% $states.input.n %}' }, ' {% no %} '] },
      { a: [{ b: 2 }, ' {% no %} '] },
    ],
    ['$partition', '{% $partition([1, 2, 3], 2) %}', [[1, 2], [3]]],
    ['$range', '{% $range(0, 10, 5) %}', [0, 5, 10]],
    ['$range backwards', '{% $range(3, 1, -1) %}', [3, 2, 1]],
    ['$hash', "{% $hash('', 'MD5') %}", 'd41d8cd98f00b204e9800998ecf8427e'],
    ['$parse', '{% $parse(\'{"a":[1]}\').a %}', [1]],
    ['$uuid', '{% $uuid() %}', '00000000-0000-4000-8000-000000000000'],
    ['$random', '{% $random() %}', 0.5],
    ['a seeded $random, twice', '{% $random(7) = $random(7) %}', true],
    ['$merge that adds nothing', '{% $merge([{"a": 1}, {}]) %}', { a: 1 }],
    ['the context', '{% $states.context.StateMachine.Name & $states.context.State.Name %}', 'workflowOnly'],
  ])('evaluates %s', async (_name, template, expected) => {
    expect(await outputOf(template, { n: 2 })).toEqual(expected);
  });

  it.each([
    ['nothing', '{% $states.input.missing %}', 'returned nothing (undefined)'],
    ['a function', '{% $sum %}', 'unsupported result type'],
    ['an error', '{% 1 + "a" %}', 'T2002'],
    ['$eval, which AWS does not have', '{% $eval("1") %}', 'T1006'],
    ['the root, which has no value on AWS', '{% $ %}', 'returned nothing'],
  ])('fails on %s', async (_name, template, words) => {
    expect(await outputOf({ field: template })).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: expect.stringMatching(
        /^An error occurred while executing the state 'Only' \(entered at the event id #2\)/,
      ),
    });
    expect(await outputOf({ field: template })).toMatchObject({ cause: expect.stringContaining(words) });
  });

  it('never evaluates data', async () => {
    const ending = await run(
      { Only: { Type: 'Task', Resource: call, End: true } },
      { input: { text: '{% 1 + 1 %}' }, tasks: { Only: (given) => given } },
    );
    expect(ending).toMatchObject({ output: { text: '{% 1 + 1 %}' } });
  });

  it('assigns all variables at once, from their values before', async () => {
    const ending = await run({
      First: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Swap' },
      Swap: { Type: 'Pass', Assign: { a: '{% $b %}', b: '{% $a %}' }, Output: '{% $a %}', Next: 'Last' },
      Last: { Type: 'Succeed', Output: { seen: '{% $states.input %}', a: '{% $a %}', b: '{% $b %}' } },
    });
    expect(ending).toMatchObject({ output: { seen: 1, a: 2, b: 1 } });
  });
});
