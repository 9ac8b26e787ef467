import type { StackDescription } from '../../local/stack.ts';

/** A running stack as its line of JSON describes it, and its state folder. */
export type RunningStack = StackDescription & { stateDir: string };

/** The one that the end-to-end tests share. Its user is somebody of the test file's own, one of the analysts. */
export const stack: RunningStack = JSON.parse(process.env.READOUT_STACK ?? '{}');

/** What any AWS client of the tests needs: the one port and keys that nobody checks. */
export const aws = {
  endpoint: stack.aws,
  region: stack.region,
  credentials: { accessKeyId: 'developer', secretAccessKey: 'local' },
  maxAttempts: 1,
};
