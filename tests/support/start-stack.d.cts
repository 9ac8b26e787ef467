import type { StackDescription } from '../../local/stack.ts';

/** Starts the local stack as a person would; `stop` answers its exit code. */
export declare const startStack: (
  options?: string[],
  cwd?: string,
) => Promise<{ description: StackDescription; pid: number; stop: () => Promise<number | null> }>;
