import { catalogueNames } from '../../catalogue/catalogue.ts';
import { made } from '../../sql/calls.ts';
import { is, type Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';
import { catalogueCases } from './catalogue-cases.ts';

const rewrite = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token, at) => {
    if (!is(tokens[at + 1], '.') || is(tokens[at - 1], '.')) return [token];
    const name = tokens[at + 2]?.text.toLowerCase() ?? '';
    if (is(token, 'pg_catalog') && catalogueNames.has(name)) return made('redshift.main');
    return is(token, 'information_schema') ? made('redshift.info') : [token];
  });

export const catalogue: Rule = {
  name: 'the catalogue',
  area: 'Catalogue',
  rewrite,
  cases: catalogueCases,
};
