import { createHash } from 'node:crypto';
import type { Caller } from '../caller.ts';
import { callerValue } from './caller-values.ts';
import { placeholderName, sourceOf } from './placeholders.ts';
import type { ReportTemplate } from './template.ts';

/** Whose rows a result holds. Two callers with the same hash were bound the same values, so they may share rows. */
export interface Scope {
  /** The placeholders of the caller's values, sorted: `caller_id`, `claim_region`. Empty where all have the same rows. */
  sources: string[];
  /** SHA-256, in hexadecimal, over sources and values. */
  hash: string;
}

/**
 * What the rows of the template are scoped by for this caller. Inputs do not matter: a placeholder of the caller never
 * stands in a clause that may vanish. Throws AccessDenied when the token lacks a value.
 */
export function scopeOf(template: Pick<ReportTemplate, 'segments'>, caller: Caller): Scope {
  const sources = sourcesOf(template);
  return { sources, hash: scopeHash(sources, caller) };
}

/**
 * The hash again, from the sources that were stored and the caller of today. It differs from the stored one when the
 * caller's rights have changed in between. Throws AccessDenied when the token has lost one of the values.
 */
export const scopeHash = (sources: string[], caller: Caller): string => {
  const values = [...new Set(sources)].sort().map((source) => [source, valueFrom(source, caller)]);
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
};

function sourcesOf({ segments }: Pick<ReportTemplate, 'segments'>): string[] {
  const names = segments
    .flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === 'placeholder'))
    .map(placeholderName);
  return [...new Set(names)].filter((name) => sourceOf(name, []) !== undefined).sort();
}

/** A list is sorted and holds each value once. */
function valueFrom(source: string, caller: Caller): string | string[] {
  const from = sourceOf(source, []);
  if (!from || from.from === 'input') throw new Error(`not a value of the caller: ${source}`);
  const value = callerValue(from, caller);
  return Array.isArray(value) ? [...new Set(value)].sort() : value;
}
