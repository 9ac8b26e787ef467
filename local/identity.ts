import type { CallerIdentity } from './service.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/** Stands for IAM and STS: gives a role's session its keys and tells by the keys who is calling. */
export interface Identity {
  /** @param session the session's name, for a function its name as in Lambda */
  assumeRole(roleArn: string, session: string): Credentials;
  callerOf(accessKeyId: string | undefined): CallerIdentity;
}

/** Keys that were not issued here (the developer's own, or made-up ones) belong to the account's user `developer`. */
export const createIdentity = ({ account }: { account: string }): Identity => {
  const sessions = new Map<string, { arn: string; credentials: Credentials }>();
  const keyOf = new Map<string, string>();
  return {
    assumeRole(roleArn, session) {
      const role = roleArn.slice(roleArn.lastIndexOf('/') + 1);
      const arn = `arn:aws:sts::${account}:assumed-role/${role}/${session}`;
      const known = sessions.get(keyOf.get(arn) ?? '');
      if (known) return known.credentials;
      const accessKeyId = `ASIALOCAL${String(sessions.size).padStart(11, '0')}`;
      const credentials = { accessKeyId, secretAccessKey: 'local', sessionToken: 'local' };
      sessions.set(accessKeyId, { arn, credentials });
      keyOf.set(arn, accessKeyId);
      return credentials;
    },
    callerOf: (accessKeyId = '') => ({
      arn: sessions.get(accessKeyId)?.arn ?? `arn:aws:iam::${account}:user/developer`,
    }),
  };
};
