import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../events/', import.meta.url));

/** An event of `events/`, e.g. `notify/finished`, as Lambda would hand it over. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of its sample
export const sampleEvent = (name: string): any => JSON.parse(readFileSync(`${root}${name}.json`, 'utf8'));
