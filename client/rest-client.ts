import type {
  Dashboard,
  DashboardList,
  Download,
  DownloadRequest,
  Inputs,
  OperatorRunList,
  Pipeline,
  PipelineList,
  PipelineRun,
  PipelineRunList,
  Preference,
  PreferenceList,
  Report,
  ReportList,
  ResultPage,
  Run,
  RunList,
  RunRequest,
  RunStatement,
  Schedule,
  ScheduleList,
  ScheduleOrder,
  StatementPreview,
  StoppedRuns,
  Ticket,
} from '@readout/runtime/contracts.ts';
import { errorOf, ReadoutError } from './readout-error.ts';

export interface RestDeps {
  /** Base address without a trailing slash. */
  rest: string;
  /** The Cognito ID token, fresh enough to be sent. */
  idToken: () => Promise<string>;
  fetch?: typeof fetch;
}

export type RestClient = ReturnType<typeof restClient>;

/** The REST interface, one method per route. Every method throws ReadoutError. */
export function restClient({ rest, idToken, fetch = globalThis.fetch.bind(globalThis) }: RestDeps) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = { Authorization: await idToken() };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    // What is set while the page is being left must go out all the same.
    const keepalive = method === 'PUT';
    const init = { method, headers, keepalive, body: body === undefined ? undefined : JSON.stringify(body) };
    const response = await fetch(rest + path, init).catch(() => {
      throw new ReadoutError('Offline', 'No answer came from the server.');
    });
    if (!response.ok) throw await errorOf(response);
    return (await response.json()) as T;
  }

  return {
    issueTicket: () => call<Ticket>('POST', '/tickets'),
    listReports: async () => (await call<ReportList>('GET', '/reports')).reports,
    getReport: (report: string) => call<Report>('GET', `/reports/${encodeURIComponent(report)}`),
    listDashboards: async () => (await call<DashboardList>('GET', '/dashboards')).dashboards,
    getDashboard: (dashboard: string) =>
      call<Dashboard>('GET', `/dashboards/${encodeURIComponent(dashboard)}`),
    listPipelines: async () => (await call<PipelineList>('GET', '/pipelines')).pipelines,
    getPipeline: (pipeline: string) => call<Pipeline>('GET', `/pipelines/${encodeURIComponent(pipeline)}`),
    listPipelineRuns: (pipeline: string, page?: string) =>
      call<PipelineRunList>('GET', `/pipelines/${encodeURIComponent(pipeline)}/runs${query({ page })}`),
    startPipeline: (pipeline: string, inputs: Inputs) =>
      call<PipelineRun>('POST', `/pipelines/${encodeURIComponent(pipeline)}/runs`, { inputs }),
    getPipelineRun: (runId: string) => call<PipelineRun>('GET', `/pipeline-runs/${runId}`),
    cancelPipelineRun: (runId: string) => call<PipelineRun>('DELETE', `/pipeline-runs/${runId}`),
    retryPipelineRun: (runId: string) => call<PipelineRun>('POST', `/pipeline-runs/${runId}/retry`),
    previewStatement: (report: string, inputs: Inputs) =>
      call<StatementPreview>('POST', `/reports/${encodeURIComponent(report)}/preview`, { inputs }),
    startRun: (report: string, request: RunRequest) =>
      call<Run>('POST', `/reports/${encodeURIComponent(report)}/runs`, request),
    listRuns: (since?: string) => call<RunList>('GET', `/runs${query({ since })}`),
    /** The runs that changed last before a cursor. */
    listRunsBefore: (before: string) => call<RunList>('GET', `/runs${query({ before })}`),
    getRun: (runId: string) => call<Run>('GET', `/runs/${runId}`),
    cancelRun: (runId: string) => call<Run>('DELETE', `/runs/${runId}`),
    /** What the caller has scheduled. */
    listSchedules: async () => (await call<ScheduleList>('GET', '/schedules')).schedules,
    createSchedule: (order: ScheduleOrder) => call<Schedule>('POST', '/schedules', order),
    updateSchedule: (id: string, order: ScheduleOrder) => call<Schedule>('PUT', `/schedules/${id}`, order),
    deleteSchedule: (id: string) => call<unknown>('DELETE', `/schedules/${id}`),
    getPreferences: async () => (await call<PreferenceList>('GET', '/preferences')).preferences,
    setPreference: (name: string, value: unknown) =>
      call<Preference>('PUT', `/preferences/${encodeURIComponent(name)}`, { value }),
    getStatement: (runId: string) => call<RunStatement>('GET', `/runs/${runId}/statement`),
    /** Everybody's runs of a day in UTC, `YYYY-MM-DD`; for operators, as the next two. */
    listAllRuns: (day: string, page?: string) =>
      call<OperatorRunList>('GET', `/operations/runs${query({ day, page })}`),
    stopRun: (owner: string, runId: string) =>
      call<StoppedRuns>('DELETE', `/operations/runs/${encodeURIComponent(owner)}/${runId}`),
    getAnyStatement: (owner: string, runId: string) =>
      call<RunStatement>('GET', `/operations/runs/${encodeURIComponent(owner)}/${runId}/statement`),
    /** Ends every WebSocket of the caller, on every device. */
    closeConnections: () => call<{ closed: number }>('DELETE', '/connections'),
    download: (runId: string, request: DownloadRequest) =>
      call<Download | Run>('POST', `/runs/${runId}/downloads`, request),
    getResult: (runId: string, page?: string) =>
      call<ResultPage>('GET', `/runs/${runId}/result${query({ page })}`),
  };
}

function query(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length ? `?${new URLSearchParams(given)}` : '';
}
