import { copy } from '../copy/copy.ts';
import { unload } from '../unload/unload.ts';
import type { Command } from './command.ts';
import { createTable } from './create-table.ts';

/** The first that matches runs a statement; without one the rules rewrite it. */
export const commands: readonly Command[] = [copy, unload, createTable];
