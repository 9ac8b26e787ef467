import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const NAME = 'virtual:brand.css';
const RESOLVED = '\0brand.css';
const BRAND = fileURLToPath(new URL('./brand.ts', import.meta.url));

/** Makes the brand a stylesheet of the build: a fifth less script than dressing the page while it runs. */
export function brandStylesheet(): Plugin {
  return {
    name: 'brand-stylesheet',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: async (id) => (id === RESOLVED ? await generate() : undefined),
  };
}

/** The design system's generator cannot be imported by Node itself (it imports a folder), but by Vite. */
async function generate(): Promise<string> {
  const { module } = await runnerImport<typeof import('./brand.ts')>(BRAND, {
    configFile: false,
    environments: { inline: { resolve: { noExternal: [/^@cloudscape-design/] } } },
  });
  return module.stylesheet();
}

/** Leaves out the 140 KB of fonts that the design system writes into its stylesheet; the brand has its own. */
export function withoutEmbeddedFonts(): Plugin {
  return {
    name: 'without-embedded-fonts',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('global-styles/index.css') ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : undefined,
  };
}
