import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { SFNClient } from '@aws-sdk/client-sfn';
import { isFromHere } from '../from-this-machine.ts';
import type { Identity } from '../identity.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../service.ts';
import { bundlePage, type PageFile } from './bundle-page.ts';
import type { Letter } from './contracts.ts';
import { functionLines, functionsIn } from './function-lines.ts';
import { executionsNamed, listExecutions } from './read-executions.ts';
import { statementReader } from './read-statements.ts';
import type { ConsoleRecord } from './record.ts';

export interface ConsoleDeps {
  projectDir: string;
  region: string;
  /** The one AWS port, whose APIs are read. */
  endpoint: () => string;
  identity: Identity;
  logsFolder: string;
  record: Pick<ConsoleRecord, 'pulse' | 'deliveries' | 'deadLetters'>;
  letters: () => readonly Letter[];
}

/** Answers what is behind `/console/api/`; undefined where there is no such thing. */
type Answer = (path: string[], query: URLSearchParams) => Promise<unknown> | unknown;

/** A page asks again after so many milliseconds in which nothing happened. */
const PATIENCE = 25_000;

/** What the console signs its own requests with: they are no news to it. */
const SESSION = 'console';
export const isConsole = ({ caller }: ServiceRequest): boolean => caller.arn.endsWith(`/${SESSION}`);

/**
 * The page for who operates this stack, at `/console` of the AWS port: executions, statements, events, mail and logs. What
 * an AWS API tells is read from that API, as in the cloud.
 */
export const createConsole = (deps: ConsoleDeps): Service => {
  const answers = answersOf(deps);
  let bundled: Promise<Map<string, PageFile>> | undefined;
  const files = (): Promise<Map<string, PageFile>> => {
    bundled ??= bundlePage(deps.projectDir);
    return bundled;
  };
  return {
    name: 'console',
    handle: async (request) => {
      if (!isFromHere(request)) return { status: 403, body: 'The console is for this machine only.' };
      const [, first = '', ...rest] = request.url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
      if (first === 'api')
        return json(await answers[rest[0] ?? '']?.(rest.slice(1), request.url.searchParams));
      return page((await files()).get(first === 'assets' ? (rest[0] ?? '') : 'index.html'));
    },
    close: async () => deps.record.pulse.stop(),
  };
};

const answersOf = ({ region, endpoint, identity, ...deps }: ConsoleDeps): Record<string, Answer> => {
  const clientAs = (roleArn: string) => {
    const credentials = identity.assumeRole(roleArn, SESSION);
    return { endpoint: endpoint(), region, credentials, maxAttempts: 1 };
  };
  const own = () => clientAs('role/operator');
  const readStatements = statementReader();
  const roles = async (): Promise<string[]> => {
    const { Functions = [] } = await new LambdaClient(own()).send(new ListFunctionsCommand({}));
    return [...new Set(Functions.map(({ Role = '' }) => Role))];
  };
  return {
    executions: ([name]) => {
      const states = new SFNClient(own());
      return name === undefined ? listExecutions(states) : executionsNamed(states, name);
    },
    statements: async () =>
      readStatements((await roles()).map((role) => new RedshiftDataClient(clientAs(role)))),
    events: () => ({ deliveries: deps.record.deliveries, deadLetters: deps.record.deadLetters }),
    mail: () => deps.letters(),
    logs: (_path, query) => {
      const filter = { function: query.get('function') ?? '', text: query.get('text') ?? '' };
      return { functions: functionsIn(deps.logsFolder), lines: functionLines(deps.logsFolder, filter) };
    },
    changes: async (_path, query) => ({
      beats: await deps.record.pulse.next(Number(query.get('seen') ?? -1), PATIENCE),
    }),
  };
};

const json = (body: unknown): ServiceResponse =>
  body === undefined
    ? { status: 404, body: 'There is no such thing.' }
    : {
        status: 200,
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
        body: JSON.stringify(body),
      };

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const page = (file: PageFile | undefined): ServiceResponse =>
  file
    ? {
        status: 200,
        headers: {
          'content-type': file.type,
          'cache-control': 'no-store',
          'content-security-policy': POLICY,
          'x-content-type-options': 'nosniff',
        },
        body: file.body,
      }
    : { status: 404, body: 'There is no such file.' };
