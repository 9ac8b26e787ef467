import { outcomeOf, type Visit, visitsOf } from './visits.ts';

let id = 0;
/** An event that follows the one before it, or the one of this id. */
const event = (type: string, details: object = {}, previousEventId = id) => {
  id += 1;
  const key = /State(Entered|Exited)$/.exec(type)?.[0];
  const under = key
    ? `s${key.slice(1)}EventDetails`
    : `${type[0]?.toLowerCase()}${type.slice(1)}EventDetails`;
  return { id, previousEventId, type, timestamp: new Date(id * 1000).toISOString(), [under]: details };
};
beforeEach(() => {
  id = 0;
});

it('tells each state that was entered, with what it was given and gave', () => {
  const events = [
    event('ExecutionStarted'),
    event('ChoiceStateEntered', { name: 'Check', input: '{"a":1}' }),
    event('ChoiceStateExited', { name: 'Check', output: '{"b":2}' }),
    event('TaskStateEntered', { name: 'Prepare', input: '{}' }),
    event('TaskScheduled', { parameters: '{"Payload":1}' }),
    event('TaskStarted'),
    event('TaskSucceeded', { output: '{"sql":""}' }),
    event('TaskStateExited', { name: 'Prepare', output: '{}', assignedVariables: { sql: '"select 1"' } }),
    event('ExecutionSucceeded'),
  ];
  expect(visitsOf({ events, status: 'SUCCEEDED' })).toMatchObject([
    { state: 'Check', outcome: 'succeeded', input: '{"a":1}', output: '{"b":2}', tries: 0 },
    {
      state: 'Prepare',
      outcome: 'succeeded',
      arguments: '{"Payload":1}',
      result: '{"sql":""}',
      assigned: { sql: 'select 1' },
      tries: 1,
    },
  ]);
});

it('counts the tries of a task, and tells an error that was caught from one that was got over', () => {
  const events = [
    event('TaskStateEntered', { name: 'Load' }),
    event('TaskScheduled'),
    event('TaskFailed', { error: 'S3.SlowDown', cause: 'slow' }),
    event('TaskScheduled'),
    event('TaskSucceeded', { output: '1' }),
    event('TaskStateExited', { name: 'Load' }),
    event('TaskStateEntered', { name: 'Prepare' }),
    event('TaskScheduled'),
    event('TaskFailed', { error: 'InvalidInput', cause: 'bad' }),
    event('TaskStateExited', { name: 'Prepare' }),
    event('FailStateEntered', { name: 'Failed' }),
    event('ExecutionFailed', { error: 'InvalidInput' }),
  ];
  expect(visitsOf({ events, status: 'FAILED' })).toMatchObject([
    { state: 'Load', outcome: 'succeeded', tries: 2, error: 'S3.SlowDown' },
    { state: 'Prepare', outcome: 'caught', error: 'InvalidInput', cause: 'bad' },
    { state: 'Failed', outcome: 'failed' },
  ]);
});

it('tells which state led to which, through iterations, and that a Map was caught', () => {
  const events = [event('MapStateEntered', { name: 'Steps' }), event('MapStateStarted')];
  const started = id;
  events.push(event('MapIterationStarted', { name: 'Steps', index: 0 }));
  events.push(event('PassStateEntered', { name: 'First' }), event('PassStateExited', { name: 'First' }));
  events.push(event('SucceedStateEntered', { name: 'Good' }), event('SucceedStateExited', { name: 'Good' }));
  events.push(event('MapIterationSucceeded', { name: 'Steps', index: 0 }));
  events.push(event('MapIterationStarted', { name: 'Steps', index: 1 }, started));
  events.push(event('PassStateEntered', { name: 'First' }), event('PassStateExited', { name: 'First' }));
  events.push(event('FailStateEntered', { name: 'Bad' }), event('MapIterationFailed'));
  events.push(event('MapStateFailed'), event('MapStateExited', { name: 'Steps' }));
  events.push(event('TaskStateEntered', { name: 'Tell' }), event('TaskStateExited', { name: 'Tell' }));
  const visits = visitsOf({ events, status: 'SUCCEEDED' });
  expect(visits.map(({ state, after, outcome }) => [state, after, outcome])).toEqual([
    ['Steps', undefined, 'caught'],
    ['First', undefined, 'succeeded'],
    ['Good', 'First', 'succeeded'],
    ['First', undefined, 'succeeded'],
    ['Bad', 'First', 'failed'],
    ['Tell', 'Steps', 'succeeded'],
  ]);
});

it('shows of a state that was entered side by side what matters most', () => {
  const visits = (...outcomes: Visit['outcome'][]) => outcomes.map((outcome) => ({ outcome }) as Visit);
  expect(outcomeOf(visits('succeeded', 'running', 'failed'))).toBe('running');
  expect(outcomeOf(visits('failed', 'succeeded'))).toBe('failed');
  expect(outcomeOf(visits('succeeded', 'succeeded'))).toBe('succeeded');
  expect(outcomeOf([])).toBeUndefined();
});

it('tells what is still at work, beside others', () => {
  const events = [event('MapStateEntered', { name: 'All' })];
  const [fork = 0] = [id];
  events.push(event('TaskStateEntered', { name: 'A' }, fork), event('TaskScheduled'));
  events.push(event('TaskStateEntered', { name: 'B' }, fork));
  expect(
    visitsOf({ events, status: 'RUNNING' }).map(({ state, outcome, tries }) => [state, outcome, tries]),
  ).toEqual([
    ['All', 'running', 0],
    ['A', 'running', 1],
    ['B', 'running', 0],
  ]);
});
