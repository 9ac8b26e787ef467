import { join } from 'node:path';
import { notEmulated, ServiceError } from '../protocol/service-error.ts';
import type { Clock, Service, ServiceRequest, ServiceResponse } from '../service.ts';
import { Apps, appIdOf, defaultDomainOf } from './apps.ts';
import { Branch, type Job } from './branch.ts';
import { parseCustomHeaders } from './custom-headers.ts';
import { type CustomRule, checkRules } from './custom-rules.ts';
import { operations } from './operations.ts';
import { serveSite } from './site.ts';

export interface NewApp {
  /** Name of the resource in the template; the app's id follows from it. */
  logicalId: string;
  name: string;
  customRules?: CustomRule[];
  /** YAML, as Amplify takes it. */
  customHeaders?: string;
  environmentVariables?: Record<string, string>;
}

export interface AmplifyHosting extends Service {
  /** Deploys `AWS::Amplify::App`. Throws `not emulated` for a rule that could not be honoured. */
  createApp(app: NewApp): { appId: string; arn: string; defaultDomain: string };
  /** Deploys `AWS::Amplify::Branch`; what was published on an earlier start is published still. */
  createBranch(branch: { appId: string; branchName: string }): { arn: string; defaultDomain: string };
  /** Answers requests to what is published on a branch, at any time. */
  site(appId: string, branchName: string): (request: ServiceRequest) => Promise<ServiceResponse>;
}

export interface AmplifyOptions {
  stateDir: string;
  clock: Clock;
  newId: () => string;
  account: string;
  region: string;
  /** Where clients reach this service: what upload URLs begin with. */
  endpoint: () => string;
}

/** AWS Amplify hosting with manual deployments: a zip archive becomes a site. */
export const createAmplify = (options: AmplifyOptions): AmplifyHosting => {
  const { stateDir, clock, newId, account, region, endpoint } = options;
  const apps = new Apps();
  const site = (appId: string, branchName: string) => {
    const app = apps.get(appId);
    const branch = apps.branch(appId, branchName);
    return (request: ServiceRequest) =>
      serveSite({ folder: branch.site, rules: app.customRules, headers: app.headerRules }, request);
  };
  return {
    name: 'amplify',
    site,
    createApp: ({ logicalId, customRules = [], customHeaders = '', environmentVariables = {}, ...app }) => {
      checkRules(customRules);
      const id = appIdOf(logicalId);
      const arn = `arn:aws:amplify:${region}:${account}:apps/${id}`;
      const headerRules = parseCustomHeaders(customHeaders);
      const createdAt = clock.now().getTime();
      const branches = new Map<string, Branch>();
      const added = {
        ...app,
        id,
        arn,
        customRules,
        customHeaders,
        headerRules,
        environmentVariables,
        createdAt,
        branches,
      };
      apps.add(added);
      return { appId: id, arn, defaultDomain: defaultDomainOf(added) };
    },
    createBranch: ({ appId, branchName }) => {
      const app = apps.get(appId);
      const arn = `${app.arn}/branches/${branchName}`;
      app.branches.set(
        branchName,
        new Branch(branchName, arn, join(stateDir, appId, branchName), clock, newId),
      );
      return { arn, defaultDomain: defaultDomainOf(app) };
    },
    handle: (request) => answer(apps, request, endpoint),
  };
};

const answer = async (
  apps: Apps,
  request: ServiceRequest,
  endpoint: () => string,
): Promise<ServiceResponse> => {
  try {
    if (request.url.pathname.startsWith('/amplify-upload/')) return await upload(apps, request);
    return json(200, await run(apps, request, endpoint));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { name, message, status } = error;
    return json(status, { message }, { 'x-amzn-errortype': name });
  }
};

const run = (apps: Apps, { method, url, body }: ServiceRequest, endpoint: () => string) => {
  for (const operation of Object.values(operations)) {
    const found = operation.method === method && operation.path.exec(url.pathname);
    if (!found) continue;
    const named = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      decodeURIComponent(value),
    ]);
    const input = { ...Object.fromEntries(named), body: body.length > 0 ? JSON.parse(body.toString()) : {} };
    return operation.run(apps, input, (job, { appId, branchName }) =>
      uploadUrl(endpoint(), appId, branchName, job),
    );
  }
  throw notEmulated(`Amplify ${method} ${url.pathname}`);
};

const uploadUrl = (endpoint: string, appId: string, branchName: string, { id, uploadKey }: Job): string =>
  `${endpoint}/amplify-upload/${appId}/${encodeURIComponent(branchName)}/${id}/${uploadKey}`;

/** Stands for the presigned S3 URL that Amplify hands out: who knows it may put the archive. */
const upload = async (apps: Apps, { method, url, body }: ServiceRequest): Promise<ServiceResponse> => {
  const [appId = '', branchName = '', jobId = '', key] = url.pathname
    .split('/')
    .slice(2)
    .map(decodeURIComponent);
  const branch = apps.branch(appId, branchName);
  const job = branch.job(jobId);
  if (method !== 'PUT' || job.uploadKey !== key || job.status !== 'CREATED')
    throw new ServiceError(
      'AccessDenied',
      'This upload URL is not valid, or its deployment was started.',
      403,
    );
  await branch.upload(job, body);
  return { status: 200 };
};

const json = (status: number, value: object, headers: Record<string, string> = {}): ServiceResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
