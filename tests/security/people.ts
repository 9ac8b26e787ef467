import {
  AdminRemoveUserFromGroupCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { newPerson, password } from '../support/new-person.ts';
import { type Person, signedIn } from '../support/person.ts';
import { aws, stack } from '../support/stack.ts';

const cognito = new CognitoIdentityProviderClient(aws);

/** Somebody new, without a run, in these groups and no others: what they do is in nobody's way. */
export const someone = async (...groups: string[]): Promise<Person> => {
  const { email } = await newPerson(...groups);
  return signedIn(email, password);
};

/** The same person, taken out of a group, with a token that knows it. */
export const without = async ({ email }: Person, GroupName: string): Promise<Person> => {
  const user = { UserPoolId: stack.userPoolId, Username: email };
  await cognito.send(new AdminRemoveUserFromGroupCommand({ ...user, GroupName }));
  return signedIn(email, password);
};

/** The user pool's `sub`, which a token bears. */
export const idOf = ({ token }: Person): string =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub;
