import { commands } from '../commands/registry.ts';
import { absent } from './absent.ts';
import { queryForms } from './query-forms.ts';
import type { Forms } from './rule.ts';
import { rules } from './rules.ts';

/** Everything that docs/dialect.md lists and that the cases test. */
export const forms: readonly Forms[] = [...rules, ...queryForms, ...commands, ...absent];
