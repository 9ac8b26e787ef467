import type { WaitState } from '../definition.ts';
import { evaluateTo } from '../expressions.ts';
import { StateError } from '../state-error.ts';
import { type Action, bindingsOf, type Visit } from '../visit.ts';

/** Waits for Seconds, or until Timestamp (ISO 8601); a moment that has passed is no wait. */
export const wait: Action<WaitState> = async (visit) => {
  const { environment, signal } = visit.thread;
  const ms = await milliseconds(visit);
  if (ms > 0) await environment.sleep(ms, signal);
  return {};
};

const milliseconds = async (visit: Visit<WaitState>): Promise<number> => {
  const { Seconds, Timestamp } = visit.state;
  if (Seconds !== undefined)
    return (await evaluateTo('number', Seconds, bindingsOf(visit), 'Seconds')) * 1000;
  const text = await evaluateTo('string', Timestamp, bindingsOf(visit), 'Timestamp');
  const moment = Date.parse(text);
  if (Number.isNaN(moment))
    throw new StateError('States.Runtime', `Timestamp '${text}' is no ISO 8601 time.`);
  return moment - visit.thread.environment.clock.now().getTime();
};
