import { Command, InvalidArgumentError, Option } from 'commander';
import { type Faults, parseFaults } from '../events/faults.ts';

/** The command line of `redshift-data-local`. */
export interface Options {
  port: number;
  database?: string;
  s3?: string;
  s3Endpoint?: string;
  eventsEndpoint?: string;
  throttle: boolean;
  fault?: Faults;
  workgroup: string[];
  cluster: string[];
  databaseName: string;
  json: boolean;
}

/** Reads the command line; help and mistakes end the process. */
export const readOptions = (argv: readonly string[]): Options => program.parse(argv).opts<Options>();

const portNumber = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Expected 0 to 65535.');
  return port;
};

const address = (text: string): string => {
  if (!/^https?:/.test(text) || !URL.canParse(text)) throw new InvalidArgumentError('Expected http://….');
  return text;
};

const faults = (spec: string): Faults => {
  try {
    return parseFaults(spec);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
};

const several = (name: string, before: string[]): string[] => [...before, name];

export const program = new Command()
  .name('redshift-data-local')
  .description('The Amazon Redshift Data API on this machine, with real SQL.')
  .option('--port <number>', 'port on 127.0.0.1; 0 takes any free one', portNumber, 9439)
  .option('--database <file>', 'DuckDB file that keeps the tables; in memory without it')
  .addOption(new Option('--s3 <folder>', 's3://bucket/key is <folder>/bucket/key').conflicts('s3Endpoint'))
  .option('--s3-endpoint <url>', 'an S3 API that COPY reads and UNLOAD writes', address)
  .option('--events-endpoint <url>', 'an EventBridge API that takes the completion events', address)
  .option('--throttle', "refuse requests above the service's rates", false)
  .option(
    '--fault <spec>',
    'what befalls events: lose=0.1,duplicate=0.2,delay=500,reorder=0.1,seed=7',
    faults,
  )
  .option(
    '--workgroup <name>',
    'a workgroup that exists; repeatable; every name does without it',
    several,
    [],
  )
  .option('--cluster <name>', 'a cluster that exists; repeatable', several, [])
  .option('--database-name <name>', 'what Database must be in requests', 'dev')
  .option('--json', 'print {"endpoint": …} when ready, and nothing else', false);
