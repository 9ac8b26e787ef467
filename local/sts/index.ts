import { randomUUID } from 'node:crypto';
import { XMLBuilder } from 'fast-xml-parser';
import { notEmulated } from '../protocol/service-error.ts';
import type { CallerIdentity, Service, ServiceRequest, ServiceResponse } from '../service.ts';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';
const builder = new XMLBuilder({ ignoreAttributes: false });

/** AWS STS: who the caller is, in the query protocol. */
export const createSts = ({ account }: { account: string }): Service => ({
  name: 'sts',
  handle: async ({ url, body, caller }: ServiceRequest): Promise<ServiceResponse> => {
    const input = new URLSearchParams(body.length > 0 ? body.toString('utf8') : url.search);
    const action = input.get('Action') ?? '';
    if (action !== 'GetCallerIdentity') return refuse(`STS ${action}`);
    return xml(200, {
      GetCallerIdentityResponse: {
        '@_xmlns': namespace,
        GetCallerIdentityResult: { Arn: caller.arn, UserId: userIdOf(caller), Account: account },
        ResponseMetadata: { RequestId: randomUUID() },
      },
    });
  },
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

const refuse = (what: string): ServiceResponse => {
  const { name, message, status } = notEmulated(what);
  const error = { Type: 'Sender', Code: name, Message: message };
  return xml(status, { ErrorResponse: { '@_xmlns': namespace, Error: error, RequestId: randomUUID() } });
};

const xml = (status: number, document: object): ServiceResponse => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: builder.build(document),
});
