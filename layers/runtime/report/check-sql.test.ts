import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./check-sql.ts', import.meta.url));
const good = '/*---\ntitle: T\naccess: everyone\n---*/\nselect 1;\n';

/** What `npm run sql` says of a folder of these files, and how it ends. */
const check = (files: Record<string, string>) => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-sql-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, folder]);
    return { status, said: `${stderr}${stdout}`.replaceAll(folder, 'sql').trim().split('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

it('says how many files it read, and ends well', () => {
  const files = { 'reports/a.sql': good, 'schema/t.sql': 'create table t (a int)', 'reports/notes.md': '-' };
  expect(check(files)).toEqual({ status: 0, said: ['sql: 2 files, 0 problems'] });
});

it('prints each problem of each file with its line, and ends with 1', () => {
  const files = {
    'reports/b/c.sql': good.replace('select 1', 'reset all'),
    'reports/a.sql': good.replace('access: everyone', 'tags: [x]'),
    'dashboards/d.yaml': 'title: D\naccess: everyone\ntiles:\n  - { id: t, report: e }\n',
    'sample/t.sql': 'set x to 1',
  };
  expect(check(files)).toEqual({
    status: 1,
    said: [
      'sql/reports/a.sql:2:1: access is not named: everyone, or a list of groups',
      'sql/reports/b/c.sql:5:1: expected SELECT or WITH, found reset',
      'sql/dashboards/d.yaml:4:22: tile t: there is no report e that could be read',
      'sql/sample/t.sql:1:1: SET changes a setting of the session',
      'sql: 4 files, 4 problems',
    ],
  });
});
