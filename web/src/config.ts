import type { PageConfig } from '@readout/runtime/contracts.ts';

const NAMES = [
  'region',
  'userPoolId',
  'userPoolClientId',
  'cognitoEndpoint',
  'rest',
  'websocket',
  'operatorGroup',
  'executions',
  'timeZone',
  'engineerGroup',
] as const;

/** Reads where this page's servers are. Throws a sentence that says what is missing. */
export async function loadConfig(): Promise<PageConfig> {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`/config.json answered ${response.status}.`);
  const config = (await response.json()) as Record<keyof PageConfig, string>;
  const missing = NAMES.filter((name) => !config[name]);
  if (missing.length) throw new Error(`/config.json lacks ${missing.join(', ')}.`);
  return { ...config, mail: isTrue(config.mail), signUp: isTrue(config.signUp) };
}

/** CloudFormation makes text of it. */
const isTrue = (value: unknown): boolean => String(value) === 'true';
