import type { Identity } from './identity.ts';

/** What Lambda's own environment and its role give a function. A default SDK client obeys AWS_ENDPOINT_URL. */
export const environmentOf = (
  identity: Identity,
  endpoint: string,
  roleArn: string,
  name: string,
): Record<string, string> => {
  const { accessKeyId, secretAccessKey, sessionToken } = identity.assumeRole(roleArn, name);
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  };
};
