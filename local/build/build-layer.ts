import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface LayerRequest {
  id: string;
  metadata: Record<string, unknown>;
  /** `ContentUri`, relative to the project. */
  contentUri: string;
  projectDir: string;
  buildDir: string;
  /** `.aws-sam/build`: take what SAM has built. */
  artefactsDir?: string | undefined;
  /** Told before something is built that takes a while. */
  say?: (line: string) => void;
}

export interface BuiltLayer {
  /** Stands for what Lambda unpacks to /opt. */
  folder: string;
  /** Changes exactly when the content does. */
  hash: string;
}

/**
 * Builds a layer as `sam build` does:
 * - without a BuildMethod the folder is the layer;
 * - with `makefile` the recipe of `build-<id>` fills it, and runs again only when the folder or the lock file changed;
 * - `Readout: { Installed: true }` says that the layer's packages are the project's own, which `npm ci` has installed.
 */
export const buildLayer = async (request: LayerRequest): Promise<BuiltLayer> => {
  const { id, metadata, projectDir } = request;
  const source = resolve(projectDir, request.contentUri);
  const method = metadata.BuildMethod;
  const hash = hashOf(projectDir, [source, join(projectDir, 'package-lock.json')]);
  if (method === undefined) return { folder: source, hash };
  if (request.artefactsDir) return { folder: join(request.artefactsDir, id), hash };
  if (method !== 'makefile') throw new Error(`not emulated: BuildMethod ${method} of ${id}`);
  const folder = join(request.buildDir, 'layers', id);
  const stamp = `${folder}.hash`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return { folder, hash };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!isInstalled(metadata)) {
    request.say?.(`Building ${id} …`);
    await make(source, `build-${id}`, folder);
  }
  writeFileSync(stamp, hash);
  return { folder, hash };
};

const isInstalled = ({ Readout }: Record<string, unknown>): boolean =>
  (Readout as { Installed?: boolean } | undefined)?.Installed === true;

/** Runs a rule's recipe as make would, without needing make: a fresh machine has Node and no more. */
const make = async (source: string, target: string, artifactsDir: string): Promise<void> => {
  for (const line of recipe(source, target)) {
    const command = line.replaceAll('$(ARTIFACTS_DIR)', artifactsDir);
    if (command.includes('$(')) throw new Error(`not emulated: a make variable in "${line}" (${target})`);
    await promisify(execFile)(command, { cwd: source, shell: true, maxBuffer: 1e8 });
  }
};

const recipe = (source: string, target: string): string[] => {
  const lines = readFileSync(join(source, 'Makefile'), 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${target}:`));
  if (start < 0) throw new Error(`${join(source, 'Makefile')} has no rule ${target}`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith('\t'));
  return (end < 0 ? rest : rest.slice(0, end)).map((line) => line.trim());
};

const hashOf = (root: string, paths: string[]): string => {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    if (!statSync(path).isDirectory()) hash.update(relative(root, path)).update(readFileSync(path));
    else
      for (const name of readdirSync(path).sort())
        if (!['node_modules', 'dist'].includes(name) && !name.startsWith('.')) add(join(path, name));
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
};

/** Lays the layers of one function over each other, as Lambda does under /opt. */
export const overlayLayers = (folders: string[], target: string): void => {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const folder of folders)
    for (const name of readdirSync(folder)) {
      const place = join(target, name);
      if (existsSync(place))
        throw new Error(`not emulated: two layers of one function that both hold ${name}`);
      symlinkSync(join(folder, name), place);
    }
};
