import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** By the page's address: what Amplify keeps of a sign-in. */
interface Kept {
  /** The page that was signed in to last. */
  current?: string;
  sites: Record<string, Record<string, string>>;
}

/** Where the tokens are: `$XDG_CONFIG_HOME/readout/tokens.json`, for its owner only. */
export const tokenPath = (env: NodeJS.ProcessEnv = process.env): string =>
  join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'readout', 'tokens.json');

/** The file of sign-ins. Each write replaces the whole file, so that none is ever half there. */
export function tokenFile(path = tokenPath()) {
  async function read(): Promise<Kept> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text ? (JSON.parse(text) as Kept) : { sites: {} };
  }
  async function write(kept: Kept): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const next = `${path}.${process.pid}`;
    await writeFile(next, JSON.stringify(kept), { mode: 0o600 });
    await chmod(next, 0o600);
    await rename(next, path);
  }
  /** Amplify changes several items at once; one change goes after the other. */
  let last: Promise<void> = Promise.resolve();
  function change(how: (kept: Kept) => Kept): Promise<void> {
    last = last.catch(() => {}).then(async () => write(how(await read())));
    return last;
  }
  const changeItems = (site: string, how: (items: Record<string, string>) => Record<string, string>) =>
    change((kept) => ({ ...kept, sites: { ...kept.sites, [site]: how(kept.sites[site] ?? {}) } }));

  return {
    /** The page that was signed in to last. */
    current: async () => (await read()).current,
    makeCurrent: (current: string) => change((kept) => ({ ...kept, current })),
    /** What Amplify's token provider wants, for one page. */
    storage: (site: string) => ({
      getItem: async (key: string) => (await read()).sites[site]?.[key] ?? null,
      setItem: (key: string, value: string) => changeItems(site, (items) => ({ ...items, [key]: value })),
      removeItem: (key: string) => changeItems(site, ({ [key]: _, ...others }) => others),
      clear: () => changeItems(site, () => ({})),
    }),
  };
}
