import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../tests/support/launch-browser.mjs';
import { signIn } from './visit.ts';

const folder = fileURLToPath(new URL('./lighthouse', import.meta.url));

interface Result {
  lhr: { categories: Record<string, { title: string; score: number }> };
}

/** Lighthouse's scores of sign-in and of the catalogue, on a desktop, as a table. It is installed for this only. */
export const lighthouseScores = async (origin: string): Promise<string> => {
  execFileSync('npm', ['ci', '--prefix', folder], { stdio: 'ignore' });
  const { default: lighthouse, desktopConfig } = await import(
    join(folder, 'node_modules/lighthouse/core/index.js')
  );
  const port = 9222;
  const profile = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  const options = await chromiumOptions();
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  });
  const scores = async (view: string, path: string): Promise<string> => {
    const { lhr }: Result = await lighthouse(
      origin + path,
      { port, disableStorageReset: true, logLevel: 'error' },
      desktopConfig,
    );
    const shown = Object.values(lhr.categories).map(({ score }) => Math.round(score * 100));
    return `| ${view} | ${shown.join(' | ')} |`;
  };
  try {
    const signInScores = await scores('sign-in', '/');
    await signIn(await context.newPage(), origin);
    const rows = [
      signInScores,
      await scores('catalogue', '/reports'),
      await scores('form', '/reports/taxi/daily'),
    ];
    return `Lighthouse, as a desktop:\n\n| View | Performance | Accessibility | Best practices | SEO |\n|---|---:|---:|---:|---:|\n${rows.join('\n')}`;
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
};
