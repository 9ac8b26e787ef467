import { Command, Option } from 'commander';
import { ask } from './ask.ts';
import { listing, withInputs } from './options.ts';
import { addPipelines } from './pipelines.ts';
import { type RunOptions, runReport } from './run-report.ts';
import { openSession } from './session.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** The commands. Each throws what went wrong. */
export function program(): Command {
  const readout = new Command('readout')
    .description('Runs reports and pipelines of Readout. Results go to stdout, everything else to stderr.')
    .exitOverride()
    .addOption(
      new Option('--url <page>', 'address of the page; else the one that was signed in to last').env(
        'READOUT_URL',
      ),
    );
  const url = () => readout.opts<{ url?: string }>().url;

  readout
    .command('login')
    .description('Signs in with e-mail and password; both are asked for, the password unseen.')
    .option('--email <address>')
    .action(async ({ email }: { email?: string }) => {
      const { site, auth } = await openSession(url());
      const address = email ?? (await ask('E-mail: '));
      await auth.signIn(address, process.env.READOUT_PASSWORD ?? (await ask('Password: ', { hidden: true })));
      say(`Signed in to ${site.url} as ${address}.`);
    });

  readout
    .command('logout')
    .description('Revokes the sign-in and forgets it.')
    .action(async () => (await openSession(url())).auth.signOut());

  readout
    .command('token')
    .description('Prints an ID token, for curl: it is good for some minutes.')
    .action(async () => {
      process.stdout.write(`${await (await openSession(url())).auth.idToken()}\n`);
    });

  readout
    .command('reports')
    .description('Lists the reports that you may run, with their inputs.')
    .option('--json', 'everything that is known of them, as JSON', false)
    .action(async ({ json }: { json: boolean }) => {
      const reports = await (await openSession(url())).client.reports();
      process.stdout.write(listing(reports, json));
    });

  withInputs(readout.command('run'))
    .description('Runs a report. Its inputs are options: --month 2015-12; one that comes again makes a list.')
    .argument('<report>', 'its id, as in taxi/daily')
    .argument('[inputs...]')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(['table', 'json', 'csv', 'xlsx', 'parquet'])
        .default('table'),
    )
    .option('--out <file>', 'where to write it; else stdout')
    .option('--fresh', 'reuse no earlier result', false)
    .action(async (report: string, inputs: string[], options: RunOptions) => {
      const { client } = await openSession(url());
      await runReport(client, report, inputs, options, say);
    });

  addPipelines(readout, async () => (await openSession(url())).client, say);
  return readout;
}
