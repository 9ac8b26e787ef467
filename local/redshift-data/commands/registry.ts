import { copy } from '../copy/copy.ts';
import { unload } from '../unload/unload.ts';
import { alterTable } from './alter-table.ts';
import { alterTableAppend } from './alter-table-append.ts';
import type { Command } from './command.ts';
import { createTable } from './create-table.ts';
import { drop } from './drop.ts';
import { merge } from './merge.ts';
import { call, createProcedure, dropProcedureCommand } from './procedures.ts';
import { set, setConfig } from './settings.ts';
import { show } from './show.ts';
import { createMaterializedView, createView, refresh } from './views.ts';

/** The first that matches runs a statement; without one the rules rewrite it. */
export const commands: readonly Command[] = [
  copy,
  unload,
  createTable,
  createView,
  createMaterializedView,
  refresh,
  drop,
  alterTable,
  alterTableAppend,
  merge,
  set,
  setConfig,
  show,
  createProcedure,
  call,
  dropProcedureCommand,
];
