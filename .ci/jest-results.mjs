// What Jest's JSON says, for .ci/run: `failed <results>` prints the files that failed, one a line; `count <results> [<again>]`
// prints how many tests passed and failed, where `again` holds the results of the files that were run a second time.
import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8')).testResults;
const hasFailed = ({ status }) => status === 'failed';
/** A file that could not be run at all has no test that failed, and counts as one. */
const countIn = (files, status) =>
  files.flatMap(({ assertionResults }) => assertionResults.filter((one) => one.status === status)).length;

const [what, first, again] = process.argv.slice(2);
const files = read(first);
if (what === 'failed') for (const { name } of files.filter(hasFailed)) console.log(name);
if (what === 'count') {
  const final = again ? [...files.filter((one) => !hasFailed(one)), ...read(again)] : files;
  const broken = final.filter((one) => hasFailed(one) && countIn([one], 'failed') === 0).length;
  console.log(countIn(final, 'passed'), countIn(final, 'failed') + broken);
}
