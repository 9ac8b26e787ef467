import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { aws, stack } from '../support/stack.ts';

/** Somebody of their own for a test that signs them out, which ends all of their sessions, or that counts their runs. */
export const newPerson = async (
  email: string,
  groups: string[] = [],
): Promise<{ email: string; password: string }> => {
  const cognito = new CognitoIdentityProviderClient(aws);
  const user = { UserPoolId: stack.userPoolId, Username: email };
  const password = 'Passing-by-1';
  await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
  for (const GroupName of groups) await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName }));
  return { email, password };
};
