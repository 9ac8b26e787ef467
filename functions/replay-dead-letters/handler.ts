import { lambdaClient, queueClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { replayDeadLetters } from './replay-dead-letters.ts';

export const handler = replayDeadLetters({
  queue: queueClient(),
  queueUrl: requireEnv('DEAD_LETTERS_URL'),
  lambda: lambdaClient(),
  notifyFunction: requireEnv('NOTIFY_FUNCTION'),
  log,
});
