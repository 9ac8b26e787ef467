import type { BrowserServer, LaunchOptions } from 'playwright-core';

export function launchBrowser(): Promise<BrowserServer>;
export function chromiumOptions(): Promise<LaunchOptions>;
