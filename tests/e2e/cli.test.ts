import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readoutCommand } from '../support/readout-command.ts';
import { stack } from '../support/stack.ts';

const home = mkdtempSync(join(tmpdir(), 'readout-cli-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const { start, run: readout } = readoutCommand(home, stack.page);

describe('readout, the command', () => {
  beforeAll(async () => {
    const { email, password } = stack.user;
    const { code, stdout, stderr } = await readout(['login', '--email', email], { stdin: `${password}\n` });
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: `Signed in to ${stack.page} as ${email}.\n`,
    });
  });

  it('keeps its tokens for their owner only', () => {
    expect(statSync(join(home, 'readout/tokens.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(home, 'readout/tokens.json'), 'utf8')).not.toContain(stack.user.password);
  });

  it('writes a result as CSV to stdout, and progress to stderr', async () => {
    const { code, stdout, stderr } = await readout([
      'run',
      'taxi/daily',
      '--month',
      '2015-12',
      '--format',
      'csv',
    ]);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split(/\r?\n/);
    expect(lines).toHaveLength(32);
    expect(lines[0]).toBe('trip_date,trips,total_hours,total_distance,total_fare');
    expect(stderr).toMatch(/succeeded, 31 rows/);
  });

  it('writes rows as JSON and as a table', async () => {
    const json = await readout(['run', 'taxi/daily', '--month=2015-11', '--vendor', '1', '--format', 'json']);
    const rows = JSON.parse(json.stdout);
    expect(rows).toHaveLength(30);
    expect(rows[0]).toMatchObject({ trip_date: '2015-11-01', trips: expect.any(Number) });
    const table = await readout(['run', 'taxi/daily', '--month=2015-11', '--vendor', '1']);
    expect(table.stdout.trimEnd().split('\n')).toHaveLength(31);
    expect(table.stdout).toMatch(/^trip_date +trips /);
  });

  it.each(['xlsx', 'parquet'])('writes a file of %s', async (format) => {
    const out = join(home, `daily.${format}`);
    expect(await readout(['run', 'taxi/daily', '--format', format, '--out', out])).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe(format === 'xlsx' ? 'PK' : 'PA');
  });

  it('lists reports with their inputs', async () => {
    const { stdout } = await readout(['reports']);
    expect(stdout).toMatch(/^taxi\/daily\tYellow taxi, day by day\t--month \[--vendor\]$/m);
  });

  it.each([
    [['run', 'taxi/daily', '--month', 'May'], 2, /^readout: InvalidInput: --month: /m],
    [
      ['run', 'taxi/daily', '--moth', '2015-12'],
      2,
      /^readout: InvalidInput: --moth: there is no such input/m,
    ],
    [['run', 'taxi/daily', '--format', 'pdf'], 2, /format/],
    [['run', 'taxi/nothing'], 4, /^readout: ReportNotFound: /m],
    [['--url', 'http://127.0.0.1:1', 'reports'], 6, /^readout: Offline: /m],
  ])('says what is wrong with %j', async (args, code, words) => {
    const outcome = await readout(args);
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toMatch(words);
  });

  it('says that nobody is signed in', async () => {
    const other = { XDG_CONFIG_HOME: join(home, 'nobody') };
    const outcome = await readout(['reports'], { more: other });
    expect(outcome).toMatchObject({ code: 3, stdout: '' });
    expect(outcome.stderr).toContain('readout login');
    expect(existsSync(join(home, 'nobody/readout/tokens.json'))).toBe(false);
  });

  it('cancels the run that it waits for when it is interrupted', async () => {
    const child = start(['run', 'flights/flight-by-flight', '--fresh', '--format', 'json']);
    let said = '';
    child.stdout?.resume();
    child.stderr?.on('data', (chunk) => {
      if (!said) child.kill('SIGINT');
      said += chunk;
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([0, 5]).toContain(code); // 0: it had succeeded by then
    if (code === 5) expect(said).toContain('cancelled');
  });
});
