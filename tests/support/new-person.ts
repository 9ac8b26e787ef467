import { randomUUID } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { LocalUser } from '../../local/people.ts';
import { aws, stack } from './stack.ts';

const cognito = new CognitoIdentityProviderClient(aws);
/** Of everybody who was made here. */
export const password = 'An0ther-person';

/** What somebody new signs in with, who is in these groups and no others, and whom no other test knows. */
export const newPerson = async (...groups: string[]): Promise<LocalUser> => {
  const email = `someone-${randomUUID()}@example.com`;
  const user = { UserPoolId: stack.userPoolId, Username: email };
  await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
  for (const GroupName of groups) await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName }));
  return { email, password, groups };
};
