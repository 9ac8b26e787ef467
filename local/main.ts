import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { startStack } from './stack.ts';

const projectDir = fileURLToPath(new URL('..', import.meta.url));

const port = (text: string): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535)
    throw new InvalidArgumentError('expected 0 to 65535; 0 takes any free port');
  return value;
};

const parameter = (text: string, given: Record<string, string> = {}): Record<string, string> => {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (!name) throw new InvalidArgumentError('expected Name=value');
  return { ...given, [name]: value ?? '' };
};

const options = new Command()
  .name('npm start --')
  .description('Runs Readout from template.yaml on this machine.')
  .option(
    '--port <number>',
    'port of the page; the AWS APIs take the next one, or any free one for 0',
    port,
    3000,
  )
  .option('--aws-port <number>', 'port of the AWS APIs', port)
  .option('--state <folder>', 'where users, runs, tables and data are kept', '.readout')
  .option('--fresh', 'forget users, runs, tables and data first', false)
  .option('--json', 'print one line of JSON when ready, and nothing else', false)
  .option('--fault <spec>', 'let things go wrong, e.g. lose=0.1,delay=500,crash=0.01,seed=7: docs/faults.md')
  .option('--artefacts <folder>', 'run what `sam build` made, e.g. .aws-sam/build, instead of building')
  .option('--parameter <Name=value>', "value of one of the template's parameters; repeatable", parameter)
  .parse()
  .opts<{
    port: number;
    awsPort?: number;
    state: string;
    fresh: boolean;
    json: boolean;
    artefacts?: string;
    fault?: string;
    parameter?: Record<string, string>;
  }>();

const say = (line: string): void => {
  if (!options.json) console.error(line);
};

try {
  const stack = await startStack({
    projectDir,
    stateDir: options.state,
    pagePort: options.port,
    awsPort: options.awsPort ?? (options.port === 0 ? 0 : options.port + 1),
    fresh: options.fresh,
    parameters: options.parameter ?? {},
    ...(options.fault && { fault: options.fault }),
    ...(options.artefacts && { artefactsDir: options.artefacts }),
    say,
  });
  const { user, users, ...addresses } = stack.description;
  if (options.json) console.log(JSON.stringify(stack.description));
  else {
    console.log(`
  Readout is ready.

    Page      ${addresses.page}
    Sign in   ${user.email}; ${users[1]?.email} as an operator, ${users[3]?.email} to see SQL
    Password  ${user.password}

    AWS       ${addresses.aws}   (aws --endpoint-url ${addresses.aws} …)
    Console   ${addresses.console}   (executions, statements, events, mail, logs)

  Save a file in sql/reports: open pages show it at once. Ctrl-C ends everything.
`);
  }
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await stack.close();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('disconnect', end); // the process that started this one is gone
} catch (error) {
  console.error(
    error instanceof Error ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}` : error,
  );
  process.exit(1);
}
