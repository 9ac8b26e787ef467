import type { RunKey } from '../run-record.ts';

/** Where the files of a run that prepares a download are: under its owner, whose id no other person has. */
export const preparedPrefix = ({ owner, runId }: RunKey): string => `prepared/${owner}/${runId}/`;
