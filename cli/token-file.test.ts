import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenFile, tokenPath } from './token-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-tokens-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = tokenPath({ XDG_CONFIG_HOME: folder });

it('keeps what is set at once, each page for itself, for its owner only', async () => {
  const one = tokenFile(path).storage('https://one');
  const other = tokenFile(path).storage('https://other');
  await Promise.all(['a', 'b', 'c'].map((key) => one.setItem(key, key)));
  await one.removeItem('b');
  await other.setItem('a', 'else');
  const again = tokenFile(path).storage('https://one');
  expect(await Promise.all(['a', 'b', 'c'].map(again.getItem))).toEqual(['a', null, 'c']);
  await other.clear();
  expect(await other.getItem('a')).toBeNull();
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('remembers which page was signed in to last', async () => {
  await tokenFile(path).makeCurrent('https://other');
  expect(await tokenFile(path).current()).toBe('https://other');
});

it('is empty before anybody has signed in', async () => {
  const none = tokenFile(join(folder, 'none/tokens.json'));
  expect([await none.current(), await none.storage('https://one').getItem('a')]).toEqual([undefined, null]);
});
