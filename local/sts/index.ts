import { awsQuery } from '../protocol/aws-query.ts';
import type { CallerIdentity, Service } from '../service.ts';

/** AWS STS: who the caller is, in the query protocol. */
export const createSts = ({ account }: { account: string }): Service => ({
  name: 'sts',
  handle: awsQuery({
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    service: 'STS',
    operations: {
      GetCallerIdentity: (_input, caller) => ({
        Arn: caller.arn,
        UserId: userIdOf(caller),
        Account: account,
      }),
    },
  }),
});

/** Made from the ARN in the form of real ones: `AROA…:<session>` for a role's session, `AIDA…` for a user. */
const userIdOf = ({ arn }: CallerIdentity): string => {
  const [, role = '', session = ''] = /:assumed-role\/(.+)\/([^/]+)$/.exec(arn) ?? [];
  if (session) return `AROA${idFrom(role)}:${session}`;
  return `AIDA${idFrom(arn.slice(arn.lastIndexOf('/') + 1))}`;
};

const idFrom = (name: string): string =>
  name
    .replace(/[^a-z0-9]/gi, '')
    .toUpperCase()
    .padEnd(17, '0')
    .slice(0, 17);
