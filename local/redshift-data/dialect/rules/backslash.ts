import type { Token } from '../../sql/tokens.ts';
import type { Rule } from '../rule.ts';

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** A string as the engine writes it: only quotes are doubled. */
export const withoutEscapes = (token: Token): Token => {
  if (token.kind !== 'string' || !token.text.includes('\\')) return token;
  const text = token.text.replace(/^[eE]/, '').replace(/\\([\s\S])/g, (_escape, character: string) => {
    const meant = escapes[character] ?? character;
    return meant === "'" ? "''" : meant;
  });
  return { ...token, text };
};

/** Redshift reads backslash escapes in every string; the engine only in E'…'. */
export const backslash: Rule = {
  name: 'backslash escapes in strings',
  area: 'Names and literals',
  rewrite: (tokens) => tokens.map(withoutEscapes),
  cases: [
    { sql: "select 'it\\'s' as a, 'a\\\\d' as b", rows: [["it's", 'a\\d']] },
    { sql: "select E'a\\tb' as a, 'it''s' as b", rows: [['a\tb', "it's"]] },
  ],
};
