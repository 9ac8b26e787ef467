import type { LoadedStack } from '../stack-process.ts';
import { awsCall, eachOf } from './http.ts';
import { type Challenge, srpClient } from './srp.ts';

/** Somebody who is signed in. */
export interface Person {
  sub: string;
  idToken: string;
}

const password = 'Readout-1';

/** Makes so many people and signs each in by SRP, as the page does. */
export const signInPeople = async (stack: LoadedStack, count: number): Promise<Person[]> => {
  const people: Person[] = [];
  const numbers = Array.from({ length: count }, (_, number) => number);
  await eachOf(numbers, 8, async (number) => {
    const email = `person-${number}@example.com`;
    await create(stack, email);
    people[number] = await signIn(stack, email);
  });
  return people;
};

// biome-ignore lint/suspicious/noExplicitAny: a bench reads what it expects
const cognito = ({ description }: LoadedStack, operation: string, input: object): Promise<any> =>
  awsCall(
    description.aws,
    { service: 'cognito-idp', target: `AWSCognitoIdentityProviderService.${operation}` },
    input,
  );

const create = async (stack: LoadedStack, Username: string): Promise<void> => {
  const user = { UserPoolId: stack.description.userPoolId, Username };
  await cognito(stack, 'AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' });
  await cognito(stack, 'AdminSetUserPassword', { ...user, Password: password, Permanent: true });
  await cognito(stack, 'AdminAddUserToGroup', { ...user, GroupName: 'analysts' });
};

const signIn = async (stack: LoadedStack, username: string): Promise<Person> => {
  const { userPoolId, userPoolClientId: ClientId } = stack.description;
  const client = srpClient(userPoolId.split('_')[1] ?? '');
  const { ChallengeName, ChallengeParameters, Session } = await cognito(stack, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: username, SRP_A: client.A },
  });
  const challenge = ChallengeParameters as Challenge;
  const timestamp = timestampOf(new Date());
  const { AuthenticationResult } = await cognito(stack, 'RespondToAuthChallenge', {
    ClientId,
    ChallengeName,
    Session,
    ChallengeResponses: {
      USERNAME: challenge.USER_ID_FOR_SRP,
      PASSWORD_CLAIM_SECRET_BLOCK: challenge.SECRET_BLOCK,
      PASSWORD_CLAIM_SIGNATURE: client.prove(password, challenge, timestamp),
      TIMESTAMP: timestamp,
    },
  });
  const idToken: string = AuthenticationResult.IdToken;
  const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
  return { sub: claims.sub, idToken };
};

/** `Sat Jan 3 03:04:05 UTC 2026` */
const timestampOf = (now: Date): string => {
  const [day, date, month, year, time] = now.toUTCString().split(/,? /);
  return `${day} ${month} ${Number(date)} ${time} UTC ${year}`;
};
