import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { Command } from 'commander';
import type { Findings } from './measurement.ts';
import { tableOf } from './measurement.ts';

// `npm run bench -- <name> [--write]`: measures against a named baseline in the same run and prints the table of the docs.

interface Bench {
  title: string;
  measure: () => Promise<Findings>;
}

const benches: Record<string, () => Promise<Bench>> = {
  page: () => import('./page/index.ts'),
  load: () => import('./load/index.ts'),
  'redshift-data': () => import('./redshift-data/index.ts'),
};

const command = new Command()
  .name('npm run bench --')
  .argument('<name>', Object.keys(benches).join(', '))
  .option('--write', 'write the table to docs/bench/<name>.md')
  .parse();
const [name = ''] = command.args;
const bench = benches[name];
if (!bench) command.error(`there is no bench ${name}; there are ${Object.keys(benches).join(', ')}`);

const { title, measure } = await (bench as NonNullable<typeof bench>)();
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
const { measurements, notes } = await measure();
const page = `# ${title}\n\nMeasured on ${machine}, by \`npm run bench -- ${name} --write\`.\n\n${tableOf(measurements)}\n\n${notes.join('\n\n')}\n`;
console.log(page);
if (command.opts<{ write?: boolean }>().write) writeFileSync(`docs/bench/${name}.md`, page);
process.exit(0);
