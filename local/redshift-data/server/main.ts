import { readOptions } from './options.ts';
import { startServer } from './start.ts';

const options = readOptions(process.argv);
const log = (line: string): void => {
  if (!options.json) console.error(line);
};

try {
  const { endpoint, close } = await startServer(options, log);
  if (options.json) console.log(JSON.stringify({ endpoint }));
  else {
    console.log(`
  The Redshift Data API is at ${endpoint}

    export AWS_ENDPOINT_URL_REDSHIFT_DATA=${endpoint}

  Ctrl-C ends it${options.database ? '' : ', and forgets its tables (--database keeps them)'}.
`);
  }
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await close();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('disconnect', end); // the process that started this one is gone
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
