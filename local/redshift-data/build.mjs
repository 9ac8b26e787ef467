import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// Bundles the library and the program into dist/; of the packages only the engine stays outside, for its binary.

const folder = fileURLToPath(new URL('.', import.meta.url));
await rm(`${folder}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: folder,
  entryPoints: { index: 'index.ts', main: 'server/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: ['@duckdb/node-api'],
  minify: true,
  keepNames: true,
  legalComments: 'linked',
  // Bundled CommonJS packages ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
