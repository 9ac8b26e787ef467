import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { tracer } from '../tracer.ts';

export const peopleClient = (): CognitoIdentityProviderClient =>
  tracer.captureAWSv3Client(new CognitoIdentityProviderClient({}));
