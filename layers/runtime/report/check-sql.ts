import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDashboards } from '../dashboard/check-dashboards.ts';
import { checkPipelines } from '../pipeline/check-pipelines.ts';
import { checkReports, readableReports, type SqlFile } from './check-reports.ts';
import { checkScripts } from './check-scripts.ts';

/** `npm run sql [folder]`: prints file, line, column and problem of every file of `sql/` that is wrong; ends with 1 if one is. */
const folder = process.argv[2] ?? 'sql';

const isDashboard = (path: string): boolean => path.startsWith('dashboards/');
const isPipeline = (path: string): boolean => path.startsWith('pipelines/');
const isRead = (path: string): boolean =>
  path.endsWith('.sql') || ((isDashboard(path) || isPipeline(path)) && /\.ya?ml$/.test(path));

const files: SqlFile[] = (readdirSync(folder, { recursive: true }) as string[])
  .map((path) => path.replaceAll('\\', '/'))
  .filter(isRead)
  .sort()
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
const reports = files.filter(({ path }) => path.startsWith('reports/'));
const dashboards = files.filter(({ path }) => isDashboard(path));
const pipelines = files.filter(({ path }) => isPipeline(path));
const scripts = files.filter((file) => ![...reports, ...dashboards, ...pipelines].includes(file));

const problems = [
  ...checkReports(reports),
  ...checkDashboards(dashboards, readableReports(reports)),
  ...checkPipelines(pipelines, readableReports(reports)),
  ...checkScripts(scripts),
];
for (const { path, line, column, message } of problems)
  console.error(`${folder}/${path}:${line}:${column}: ${message}`);
console.log(`${folder}: ${files.length} files, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
