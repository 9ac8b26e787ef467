import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageFile {
  type: string;
  body: Buffer;
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const HTML = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Console · Readout</title>
<link rel="icon" href="/console/assets/readout.svg">
<link rel="stylesheet" href="/console/assets/main.css">
<div id="root"></div>
<script type="module" src="/console/assets/main.js"></script>
</html>
`;

/** Bundles the console's page, in memory; `index.html` and what it loads, by name. */
export const bundlePage = async (projectDir: string): Promise<Map<string, PageFile>> => {
  const entry = fileURLToPath(new URL('page/main.tsx', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    write: false,
    outdir: '/console/assets',
    loader: { '.woff2': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const logo = readFileSync(join(projectDir, 'web/public/readout.svg'));
  const files: [string, Uint8Array][] = [
    ['index.html', Buffer.from(HTML)],
    ['readout.svg', logo],
    ...outputFiles.map(({ path, contents }): [string, Uint8Array] => [
      path.split('/').at(-1) ?? '',
      contents,
    ]),
  ];
  return new Map(files.map(([name, body]) => [name, { type: typeOf(name), body: Buffer.from(body) }]));
};

const typeOf = (name: string): string => TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
