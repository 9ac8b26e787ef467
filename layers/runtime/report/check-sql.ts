import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReports, type SqlFile } from './check-reports.ts';
import { checkScripts } from './check-scripts.ts';

/** `npm run sql [folder]`: prints file, line and problem of every file of `sql/` that is wrong; ends with 1 if one is. */
const folder = process.argv[2] ?? 'sql';

const files: SqlFile[] = (readdirSync(folder, { recursive: true }) as string[])
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.sql'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
const isReport = ({ path }: SqlFile): boolean => path.startsWith('reports/');

const problems = [
  ...checkReports(files.filter(isReport)),
  ...checkScripts(files.filter((file) => !isReport(file))),
];
for (const { path, line, message } of problems) console.error(`${folder}/${path}:${line}: ${message}`);
console.log(`${folder}: ${files.length} files, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
