import { notEmulated } from '../protocol/service-error.ts';
import { type App, type Apps, defaultDomainOf } from './apps.ts';
import type { Branch, Job } from './branch.ts';

interface Input {
  appId: string;
  branchName: string;
  jobId: string;
  body: { jobId?: string; fileMap?: object; sourceUrl?: string };
}

export interface RestOperation {
  method: string;
  /** Named groups are the operation's input. */
  path: RegExp;
  run(apps: Apps, input: Input, uploadUrl: (job: Job, input: Input) => string): object | Promise<object>;
}

const app = '/apps/(?<appId>[^/]+)';
const branch = `${app}/branches/(?<branchName>[^/]+)`;
const route = (method: string, path: string, run: RestOperation['run']): RestOperation => ({
  method,
  path: new RegExp(`^${path}/?$`),
  run,
});

/** The supported operations of AWS Amplify, by name. */
export const operations = {
  ListApps: route('GET', '/apps', (apps) => ({ apps: apps.all().map(describedApp) })),
  GetApp: route('GET', app, (apps, { appId }) => ({ app: describedApp(apps.get(appId)) })),
  ListBranches: route('GET', `${app}/branches`, (apps, { appId }) => ({
    branches: [...apps.get(appId).branches.values()].map(describedBranch),
  })),
  GetBranch: route('GET', branch, (apps, { appId, branchName }) => ({
    branch: describedBranch(apps.branch(appId, branchName)),
  })),
  CreateDeployment: route('POST', `${branch}/deployments`, (apps, input, uploadUrl) => {
    if (input.body.fileMap && Object.keys(input.body.fileMap).length > 0)
      throw notEmulated('Amplify CreateDeployment with fileMap; upload one zip archive');
    const job = apps.branch(input.appId, input.branchName).createDeployment();
    return { jobId: job.id, fileUploadUrls: {}, zipUploadUrl: uploadUrl(job, input) };
  }),
  StartDeployment: route('POST', `${branch}/deployments/start`, async (apps, { appId, branchName, body }) => {
    if (body.sourceUrl) throw notEmulated('Amplify StartDeployment with sourceUrl');
    const target = apps.branch(appId, branchName);
    const job = await target.startDeployment(body.jobId ?? '');
    return { jobSummary: { ...summaryOf(target, job), status: 'PENDING', endTime: undefined } };
  }),
  ListJobs: route('GET', `${branch}/jobs`, (apps, { appId, branchName }) => {
    const target = apps.branch(appId, branchName);
    return { jobSummaries: target.jobs.map((job) => summaryOf(target, job)) };
  }),
  GetJob: route('GET', `${branch}/jobs/(?<jobId>[^/]+)`, (apps, { appId, branchName, jobId }) => {
    const target = apps.branch(appId, branchName);
    return { job: describedJob(target, target.job(jobId)) };
  }),
} satisfies Record<string, RestOperation>;

const describedApp = (app: App): object => ({
  appId: app.id,
  appArn: app.arn,
  name: app.name,
  description: '',
  repository: '',
  platform: 'WEB',
  createTime: app.createdAt / 1000,
  updateTime: app.createdAt / 1000,
  environmentVariables: app.environmentVariables,
  defaultDomain: defaultDomainOf(app),
  enableBranchAutoBuild: false,
  enableBasicAuth: false,
  customRules: app.customRules,
  customHeaders: app.customHeaders,
});

const describedBranch = (branch: Branch): object => ({
  branchArn: branch.arn,
  branchName: branch.name,
  displayName: branch.name,
  activeJobId: branch.jobs[0]?.id ?? '',
  totalNumberOfJobs: `${branch.jobs.length}`,
  enableAutoBuild: false,
  enableBasicAuth: false,
});

const summaryOf = (branch: Branch, { id, status, startedAt, endedAt }: Job) => ({
  jobArn: `${branch.arn}/jobs/${id}`,
  jobId: id,
  jobType: 'MANUAL',
  commitId: 'HEAD',
  commitMessage: '',
  commitTime: startedAt / 1000,
  startTime: startedAt / 1000,
  endTime: endedAt && endedAt / 1000,
  status,
});

const describedJob = (branch: Branch, job: Job): object => {
  const summary = summaryOf(branch, job);
  const { startTime, endTime, status } = summary;
  const step = { stepName: 'DEPLOY', startTime, endTime, status, statusReason: job.reason };
  return { summary, steps: job.status === 'CREATED' ? [] : [step] };
};
