import { createHash } from 'node:crypto';

/** What names the batch of a script among all statements of the account. */
export interface ScriptKey {
  runId: string;
  script: string;
}

/**
 * `<stack>/pipeline:<runId>/<script>`: by it the completion event finds its script. It does not begin like the
 * names of reports' statements, `<stack>:`, so that each event has one hearer.
 */
export const statementNameOf = (stack: string, { runId, script }: ScriptKey): string =>
  `${stack}/pipeline:${runId}/${script}`;

/** The script that a statement is the batch of; undefined for any other name. */
export function scriptOf(statementName: string): ScriptKey | undefined {
  const [, runId, script] = /\/pipeline:([^/]+)\/([^/]+)$/.exec(statementName) ?? [];
  return runId !== undefined && script !== undefined ? { runId, script } : undefined;
}

/** Sending a script of a run twice runs it once. A token ends at 64 letters. */
export const clientTokenOf = ({ runId, script }: ScriptKey): string =>
  createHash('sha256').update(`${runId}/${script}`).digest('hex');
