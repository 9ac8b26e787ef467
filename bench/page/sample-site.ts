import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';

const fileOf = (name: string): string => fileURLToPath(new URL(`./sample/${name}`, import.meta.url));

/** Answers `/sample/` with the sample's page, at the origin of the real one: the servers answer to no other. */
export const serveSample = async (page: Page, origin: string): Promise<void> => {
  const { outputFiles } = await build({
    entryPoints: [fileOf('page.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const html = readFileSync(fileOf('index.html'), 'utf8');
  await page.route(`${origin}/sample/`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.route(`${origin}/sample/page.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: outputFiles[0]?.text ?? '' }),
  );
};
