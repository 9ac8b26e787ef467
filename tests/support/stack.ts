import type { StackDescription } from '../../local/stack.ts';

/** The running stack that the end-to-end tests share, as its line of JSON describes it, and its state folder. */
export type RunningStack = StackDescription & { stateDir: string };

export const stack: RunningStack = JSON.parse(process.env.READOUT_STACK ?? '{}');

/** What any AWS client of the tests needs: the one port and keys that nobody checks. */
export const aws = {
  endpoint: stack.aws,
  region: stack.region,
  credentials: { accessKeyId: 'developer', secretAccessKey: 'local' },
  maxAttempts: 1,
};
