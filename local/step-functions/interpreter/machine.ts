import type { Workflow } from './definition.ts';
import { executeState } from './executor.ts';
import { StateError } from './state-error.ts';
import type { Thread } from './thread.ts';

/** Follows a workflow from `StartAt` to a state that ends it, and gives that state's output. */
export const runStates = async (workflow: Workflow, input: unknown, thread: Thread): Promise<unknown> => {
  let current = input;
  let name: string | undefined = workflow.StartAt;
  while (name !== undefined) {
    thread.signal.throwIfAborted();
    const state = workflow.States[name];
    if (!state) throw new StateError('States.Runtime', `The state '${name}' does not exist.`);
    const { output, next } = await executeState(name, state, current, thread);
    current = output;
    name = next;
  }
  return current;
};
