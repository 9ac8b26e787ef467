import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './launch-browser.mjs';
import { startStack } from './start-stack.cjs';

/** One stack and one browser for every end-to-end test; the tests find them in READOUT_STACK and READOUT_BROWSER. */
export default async () => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const stateDir = mkdtempSync(join(tmpdir(), 'readout-'));
  const [stack, browser] = await Promise.all([startStack(['--state', stateDir]), launchBrowser()]);
  process.env.READOUT_STACK = JSON.stringify({ ...stack.description, stateDir });
  process.env.READOUT_BROWSER = browser.wsEndpoint();
  globalThis.endReadout = async () => {
    await Promise.all([stack.stop(), browser.close()]);
    rmSync(stateDir, { recursive: true, force: true });
  };
};
