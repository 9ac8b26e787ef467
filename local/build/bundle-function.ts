import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { z } from 'zod';
import { TemplateError } from '../template/read-template.ts';

/** SAM's esbuild properties, the ones that are emulated. */
const bundleMetadata = z.strictObject({
  BuildMethod: z.literal('esbuild', { error: 'expected esbuild' }),
  BuildProperties: z.strictObject({
    EntryPoints: z.array(z.string()).nonempty(),
    Target: z.string().optional(),
    Format: z.enum(['cjs', 'esm']).optional(),
    Minify: z.boolean().optional(),
    Sourcemap: z.boolean().optional(),
    External: z.array(z.string()).optional(),
  }),
});

export interface BundleRequest {
  id: string;
  metadata: Record<string, unknown>;
  /** `CodeUri`, relative to the project. */
  codeUri: string;
  projectDir: string;
  buildDir: string;
  /** `.aws-sam/build`: take what SAM has built. */
  artefactsDir?: string | undefined;
}

/**
 * Bundles one function with esbuild by the same `Metadata.BuildProperties` that `sam build` obeys.
 * @returns the folder of the bundle
 * @throws where the metadata asks for something else than esbuild, or the source does not bundle
 */
export const bundleFunction = async (request: BundleRequest): Promise<string> => {
  const parsed = bundleMetadata.safeParse(request.metadata);
  if (!parsed.success)
    throw new TemplateError(`not emulated: Metadata of ${request.id}: ${parsed.error.issues[0]?.message}`);
  const { EntryPoints, Target, Format, Minify, Sourcemap, External } = parsed.data.BuildProperties;
  if (request.artefactsDir) return join(request.artefactsDir, request.id);
  const source = resolve(request.projectDir, request.codeUri);
  const outdir = join(request.buildDir, 'functions', request.id);
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const options: BuildOptions = {
    absWorkingDir: source,
    entryPoints: EntryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    format: Format ?? 'cjs',
    ...(Target && { target: Target }),
    minify: Minify ?? true,
    sourcemap: Sourcemap ?? false,
    external: External ?? [],
    logLevel: 'silent',
  };
  await build(options).catch((error: Error) => {
    throw new TemplateError(`${request.id} does not bundle: ${error.message}`);
  });
  return outdir;
};
