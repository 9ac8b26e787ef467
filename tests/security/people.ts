import { randomUUID } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminRemoveUserFromGroupCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { another, type Person, signedIn } from '../support/person.ts';
import { aws, stack } from '../support/stack.ts';

const cognito = new CognitoIdentityProviderClient(aws);
const password = 'An0ther-person';

/** Somebody new, without a run, in these groups and no others: what they do is in nobody's way. */
export const someone = async (...groups: string[]): Promise<Person> => {
  const person = await another(`someone-${randomUUID()}@example.com`, password);
  for (const GroupName of groups)
    await cognito.send(new AdminAddUserToGroupCommand({ ...userOf(person), GroupName }));
  return groups.length > 0 ? signedInAgain(person) : person;
};

/** What somebody new, in these groups, signs in with. */
export const credentials = async (...groups: string[]): Promise<{ email: string; password: string }> => ({
  email: (await someone(...groups)).email,
  password,
});

/** The same person, taken out of a group, with a token that knows it. */
export const without = async (person: Person, GroupName: string): Promise<Person> => {
  await cognito.send(new AdminRemoveUserFromGroupCommand({ ...userOf(person), GroupName }));
  return signedInAgain(person);
};

const userOf = ({ email }: Person) => ({ UserPoolId: stack.userPoolId, Username: email });

const signedInAgain = ({ email }: Person): Promise<Person> => signedIn(email, password);

/** The user pool's `sub`, which a token bears. */
export const idOf = ({ token }: Person): string =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub;
