import type { State } from '../definition.ts';
import type { Action } from '../visit.ts';
import { choice } from './choice.ts';
import { fail } from './fail.ts';
import { map } from './map.ts';
import { parallel } from './parallel.ts';
import { pass } from './pass.ts';
import { task } from './task.ts';
import { wait } from './wait.ts';

/** What each type of state does between entry and output. */
export const actions: { [T in State['Type']]: Action<Extract<State, { Type: T }>> } = {
  Task: task,
  Pass: pass,
  Choice: choice,
  Wait: wait,
  Succeed: pass,
  Fail: fail,
  Parallel: parallel,
  Map: map,
};
