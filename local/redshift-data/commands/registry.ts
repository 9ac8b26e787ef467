import { copy } from '../copy/copy.ts';
import { unload } from '../unload/unload.ts';
import { alterTable } from './alter-table.ts';
import { alterTableAppend } from './alter-table-append.ts';
import type { Command } from './command.ts';
import { createTable } from './create-table.ts';
import { drop } from './drop.ts';
import { explain } from './explain.ts';
import { createFunction, dropFunction } from './functions.ts';
import { deleteWithoutFrom, insert } from './insert.ts';
import { merge } from './merge.ts';
import { call, createProcedure, dropProcedureCommand } from './procedures.ts';
import { accounts, createSchema } from './schemas.ts';
import { selectInto } from './select-into.ts';
import { set, setConfig } from './settings.ts';
import { show } from './show.ts';
import { createMaterializedView, createView, refresh } from './views.ts';

/** The first that matches runs a statement; without one the rules rewrite it. */
export const commands: readonly Command[] = [
  copy,
  unload,
  createSchema,
  createTable,
  selectInto,
  createView,
  createMaterializedView,
  refresh,
  drop,
  alterTable,
  alterTableAppend,
  insert,
  deleteWithoutFrom,
  merge,
  set,
  setConfig,
  show,
  createProcedure,
  call,
  dropProcedureCommand,
  createFunction,
  dropFunction,
  explain,
  accounts,
];
