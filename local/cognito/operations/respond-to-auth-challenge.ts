import type { RespondToAuthChallengeRequest } from '@aws-sdk/client-cognito-identity-provider';
import { notEmulated } from '../../protocol/service-error.ts';
import { newPasswordRequired } from '../challenges/new-password-required.ts';
import { passwordVerifier } from '../challenges/password-verifier.ts';
import type { Operation } from '../context.ts';
import { parse } from '../request.ts';

const challenges = { PASSWORD_VERIFIER: passwordVerifier, NEW_PASSWORD_REQUIRED: newPasswordRequired };

export const respondToAuthChallenge: Operation<RespondToAuthChallengeRequest> =
  (context) => async (input) => {
    const { ClientId, ChallengeName, ChallengeResponses, Session } = parse(
      input,
      ['ClientId', 'ChallengeName'],
      ['ChallengeResponses', 'Session'],
    );
    const client = context.pools.client(ClientId);
    const challenge = challenges[ChallengeName as keyof typeof challenges];
    if (!Object.hasOwn(challenges, ChallengeName))
      throw notEmulated(`RespondToAuthChallenge with ChallengeName ${ChallengeName}`);
    return challenge(context, client, { responses: ChallengeResponses, session: Session });
  };
