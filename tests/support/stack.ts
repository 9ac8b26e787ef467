/** The running stack that the end-to-end tests share, as its line of JSON describes it. */
export interface RunningStack {
  page: string;
  rest: string;
  websocket: string;
  aws: string;
  region: string;
  userPoolId: string;
  userPoolClientId: string;
  user: { email: string; password: string };
  stateDir: string;
}

export const stack: RunningStack = JSON.parse(process.env.READOUT_STACK ?? '{}');

/** What any AWS client of the tests needs: the one port and keys that nobody checks. */
export const aws = {
  endpoint: stack.aws,
  region: stack.region,
  credentials: { accessKeyId: 'developer', secretAccessKey: 'local' },
  maxAttempts: 1,
};
