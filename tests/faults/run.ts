import { Command, InvalidArgumentError } from 'commander';
import { type DesignName, loadDesign } from './designs.ts';
import { shrink, trialText } from './shrink.ts';
import { tableOf, writeTable } from './table.ts';
import { type Tally, type Tried, tallyOf } from './tally.ts';
import { trialOf } from './trial.ts';
import { tryPlan } from './try-plans.ts';
import { tryInWorkers } from './workers.ts';

const count = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('expected a number from 1 on');
  return Number(text);
};

const options = new Command()
  .name('npm run faults --')
  .description('Tries Readout and the published design under faults, in virtual time.')
  .option('--plans <number>', 'how many plans', count, 500)
  .option('--from <number>', 'the number of the first', count, 1)
  .option('--seed <number>', 'replays the plan of one number, and makes it smaller when it fails', count)
  .option('--design <name>', 'readout, sample or pipelines; the first two when left out')
  .option('--stop', 'stops at the first plan that fails', false)
  .option('--trace', 'with --seed: prints everything that happens', false)
  .option('--write', 'puts the table into docs/faults.md', false)
  .parse()
  .opts<{
    plans: number;
    from: number;
    seed?: number;
    design?: DesignName;
    trace: boolean;
    stop: boolean;
    write: boolean;
  }>();

const replay = async (number: number): Promise<boolean> => {
  const name = options.design ?? 'readout';
  const design = await loadDesign(name);
  console.log(trialText(trialOf(number, design.trials)));
  const { runs, losses, violations } = await tryPlan(design, number, options.trace ? console.log : undefined);
  console.log(`${runs} runs`, JSON.stringify(losses));
  if (violations.length === 0) return true;
  console.log(violations.join('\n'));
  const smaller = await shrink(design, number);
  if (smaller) console.log(`\nThis smaller one fails as well:\n${trialText(smaller)}`);
  return false;
};

const complain = ({ number, violations }: Tried): void => {
  if (violations.length === 0) return;
  console.log(`Plan ${number} fails: npm run faults -- --seed ${number}\n  ${violations.join('\n  ')}`);
};

const tryAll = async (): Promise<boolean> => {
  const numbers = Array.from({ length: options.plans }, (_, index) => options.from + index);
  const names: DesignName[] = options.design ? [options.design] : ['sample', 'readout'];
  const tallies: Record<string, Tally> = {};
  let good = true;
  for (const name of names) {
    const tried = await tryInWorkers(name, numbers, (one) => {
      complain(one);
      return !options.stop || one.violations.length === 0;
    });
    tallies[name === 'sample' ? 'the published design' : 'Readout'] = tallyOf(tried);
    good &&= tried.every(({ violations }) => violations.length === 0);
  }
  const table = tableOf(tallies);
  console.log(table);
  if (options.write) writeTable(table);
  return good;
};

const good = options.seed === undefined ? await tryAll() : await replay(options.seed);
process.exit(good ? 0 : 1);
