import { createHash } from 'node:crypto';
import type { Caller } from '../caller.ts';
import { callerValue } from './caller-values.ts';
import { placeholderName, sourceOf } from './placeholders.ts';
import type { ReportTemplate } from './template.ts';

/** One of the caller's values that a statement's rows are scoped by. A list is sorted and holds each value once. */
export interface ScopeValue {
  /** Its placeholder: `caller_id`, `caller_groups`, `claim_region`. */
  source: string;
  value: string | string[];
}

/** Whose rows a result holds. Two callers with the same hash were bound the same values, so they may share rows. */
export interface Scope {
  /** The placeholders, sorted; empty for a report whose rows are the same for everyone. */
  sources: string[];
  /** SHA-256, in hexadecimal, over sources and values. */
  hash: string;
}

/**
 * The caller's values that the template binds, in the order of their placeholders. Inputs do not matter: a placeholder
 * of the caller never stands in a clause that may vanish. Throws AccessDenied when the token lacks one.
 */
export const scopeValues = (template: Pick<ReportTemplate, 'segments'>, caller: Caller): ScopeValue[] =>
  valuesOf(sourcesOf(template), caller);

/** What the rows of the template are scoped by for this caller. Throws AccessDenied. */
export function scopeOf(template: Pick<ReportTemplate, 'segments'>, caller: Caller): Scope {
  const sources = sourcesOf(template);
  return { sources, hash: scopeHash(sources, caller) };
}

/**
 * The hash again, from the sources that were stored and the caller of today. It differs from the stored one when the
 * caller's rights have changed in between. Throws AccessDenied when the token has lost one of the values.
 */
export const scopeHash = (sources: string[], caller: Caller): string => {
  const values = valuesOf([...new Set(sources)].sort(), caller);
  const text = JSON.stringify(values.map(({ source, value }) => [source, value]));
  return createHash('sha256').update(text).digest('hex');
};

function sourcesOf({ segments }: Pick<ReportTemplate, 'segments'>): string[] {
  const names = segments
    .flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === 'placeholder'))
    .map(placeholderName);
  return [...new Set(names)].filter((name) => sourceOf(name, []) !== undefined).sort();
}

const valuesOf = (sources: string[], caller: Caller): ScopeValue[] =>
  sources.map((source) => {
    const from = sourceOf(source, []);
    if (!from || from.from === 'input') throw new Error(`not a value of the caller: ${source}`);
    const value = callerValue(from, caller);
    return { source, value: Array.isArray(value) ? [...new Set(value)].sort() : value };
  });
