import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * `npm run build -w client`: a package in `dist/` for use outside of this project, one file of JavaScript for Node and the
 * browser with its types, the contracts among them. It depends on nothing.
 */
const folder = import.meta.dirname;
const dist = join(folder, 'dist');
const types = join(dist, 'types');
rmSync(dist, { recursive: true, force: true });

await build({
  absWorkingDir: folder,
  entryPoints: ['index.ts'],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  outfile: 'dist/index.js',
});

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: folder, stdio: 'inherit' });

// What this project finds by its workspaces and by `.ts`, others find beside it.
for (const file of readdirSync(types, { recursive: true }).filter((name) => name.endsWith('.d.ts'))) {
  const path = join(types, file);
  const runtime = relative(dirname(path), join(types, 'layers/runtime'));
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(/(from |import\()(['"])(.+?)\.ts\2/g, (_whole, before, quote, specifier) => {
      const name = specifier.replace(/^@readout\/runtime/, runtime);
      return `${before}${quote}${name}.js${quote}`;
    }),
  );
}

const { name, version, description, license, type, sideEffects, engines } = JSON.parse(
  readFileSync(join(folder, 'package.json'), 'utf8'),
);
const exports = { '.': { types: './types/client/index.d.ts', default: './index.js' } };
writeFileSync(
  join(dist, 'package.json'),
  `${JSON.stringify({ name, version, description, license, type, sideEffects, engines, exports }, null, 2)}\n`,
);
