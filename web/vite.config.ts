import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { brandStylesheet, withoutEmbeddedFonts } from './build/brand-stylesheet.ts';

// What tests look at is what is shipped, whatever NODE_ENV the test runner sets.
process.env.NODE_ENV = 'production';

/** Served from the root of its host; no inline script, so that a strict Content-Security-Policy holds. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), brandStylesheet(), withoutEmbeddedFonts()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_200,
  },
});
