import type { Action } from '../visit.ts';

/** Pass and Succeed do nothing: their Output is the executor's matter. */
// biome-ignore lint/suspicious/noExplicitAny: one action for two state types
export const pass: Action<any> = async () => ({});
