/** Where the page is. */
export type Route =
  | { view: 'reports'; search: URLSearchParams }
  | { view: 'report'; report: string; search: URLSearchParams }
  | { view: 'sideBySide'; search: URLSearchParams }
  | { view: 'dashboards' }
  | { view: 'dashboard'; dashboard: string; search: URLSearchParams }
  | { view: 'pipelines' }
  | { view: 'pipeline'; pipeline: string; search: URLSearchParams }
  | { view: 'pipelineRun'; runId: string }
  | { view: 'schedules' }
  | { view: 'runs'; search: URLSearchParams }
  | { view: 'run'; runId: string }
  | { view: 'compare'; search: URLSearchParams }
  | { view: 'operations' }
  | { view: 'nowhere' };

/** Reads an address of the page. */
export function routeOf({ pathname, search }: { pathname: string; search: string }): Route {
  const [first = '', ...rest] = pathname.split('/').filter(Boolean).map(decoded);
  const query = new URLSearchParams(search);
  if (first === '' || (first === 'reports' && rest.length === 0)) return { view: 'reports', search: query };
  if (first === 'reports') return { view: 'report', report: rest.join('/'), search: query };
  if (first === 'side-by-side' && rest.length === 0) return { view: 'sideBySide', search: query };
  if (first === 'dashboards' && rest.length === 0) return { view: 'dashboards' };
  if (first === 'dashboards') return { view: 'dashboard', dashboard: rest.join('/'), search: query };
  if (first === 'pipelines' && rest.length === 0) return { view: 'pipelines' };
  if (first === 'pipelines') return { view: 'pipeline', pipeline: rest.join('/'), search: query };
  if (first === 'pipeline-runs' && rest.length === 1 && rest[0])
    return { view: 'pipelineRun', runId: rest[0] };
  if (first === 'schedules' && rest.length === 0) return { view: 'schedules' };
  if (first === 'runs' && rest.length === 0) return { view: 'runs', search: query };
  if (first === 'runs' && rest.length === 1 && rest[0]) return { view: 'run', runId: rest[0] };
  if (first === 'compare' && rest.length === 0) return { view: 'compare', search: query };
  if (first === 'operations' && rest.length === 0) return { view: 'operations' };
  return { view: 'nowhere' };
}

/** The same for as long as one stays in a view of the same thing, whatever is chosen there. */
export function viewKey(route: Route): string {
  const { search: _, ...place } = route as Route & { search?: URLSearchParams };
  return JSON.stringify(place);
}

/** A stray `%` stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a report, with its inputs. A folder's slash stays a slash. */
export const reportHref = (report: string, search?: URLSearchParams): string =>
  hrefBelow('/reports', report, search);

/** The address of a dashboard, with its shared inputs. */
export const dashboardHref = (dashboard: string, search?: URLSearchParams): string =>
  hrefBelow('/dashboards', dashboard, search);

/** The address of a pipeline, with its inputs. */
export const pipelineHref = (pipeline: string, search?: URLSearchParams): string =>
  hrefBelow('/pipelines', pipeline, search);

export const pipelineRunHref = (runId: string): string => `/pipeline-runs/${runId}`;

function hrefBelow(folder: string, id: string, search?: URLSearchParams): string {
  const path = `${folder}/${id.split('/').map(encodeURIComponent).join('/')}`;
  return search?.size ? `${path}?${search}` : path;
}

export const runHref = (runId: string): string => `/runs/${runId}`;

/** The address of two runs compared, cell by cell. */
export const compareHref = (left: string, right: string): string =>
  `/compare?${new URLSearchParams({ left, right })}`;

/** The address of two reports side by side; their inputs follow with the prefixes `left.` and `right.`. */
export function sideBySideHref(left?: string, right?: string): string {
  const given = Object.entries({ left, right }).filter((pair): pair is [string, string] => !!pair[1]);
  return given.length ? `/side-by-side?${new URLSearchParams(given)}` : '/side-by-side';
}
