import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** `npm run build -w cli`: a package in `dist/` that brings the command `readout` and depends on nothing. */
const folder = import.meta.dirname;
const dist = join(folder, 'dist');
rmSync(dist, { recursive: true, force: true });

const outfile = join(dist, 'readout.mjs');
await build({
  absWorkingDir: folder,
  stdin: {
    contents: "import { main } from './main.ts';\nawait main(process.argv.slice(2));\n",
    resolveDir: folder,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  outfile,
  banner: {
    // Of its packages some are CommonJS, which ask for Node's own modules by `require`.
    js: "#!/usr/bin/env node\nimport { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
});
chmodSync(outfile, 0o755);

const { name, version, description, license, type, engines } = JSON.parse(
  readFileSync(join(folder, 'package.json'), 'utf8'),
);
const bin = { readout: 'readout.mjs' };
writeFileSync(
  join(dist, 'package.json'),
  `${JSON.stringify({ name, version, description, license, type, engines, bin }, null, 2)}\n`,
);
