import type { Context } from '../context.ts';
import type { Client, Pool } from '../model.ts';

/** One challenge of RespondToAuthChallenge: the response to what the client answered. */
export type ChallengeAnswer = (
  context: Context,
  of: { pool: Pool; client: Client },
  given: { responses?: Record<string, string>; session?: string },
) => Promise<object>;
