import type { BrowserContextOptions } from 'playwright-core';

/** How the page is looked at: at a desk, and on a telephone at night. */
export const LOOKS: [string, BrowserContextOptions][] = [
  ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['narrow and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
];
