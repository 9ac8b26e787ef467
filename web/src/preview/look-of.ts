import type { StatementPiece } from '@readout/runtime/contracts.ts';

/** Words that make up a query, as far as reports use them. */
const KEYWORDS = new Set(
  `select with recursive as from where and or not in is null true false between like ilike similar to exists any all some
  case when then else end distinct group by having order asc desc nulls first last limit offset fetch union intersect except
  join left right full inner outer cross natural on using over partition rows range unbounded preceding following current row
  qualify window filter within cast interval values lateral top date timestamp time zone at`.split(/\s+/),
);

/** How a piece is coloured; nothing for what is shown plainly. */
export const lookOf = ({ kind, text }: Pick<StatementPiece, 'kind' | 'text'>): string | undefined => {
  if (kind === 'word') return KEYWORDS.has(text.toLowerCase()) ? 'keyword' : undefined;
  return kind === 'space' || kind === 'symbol' ? undefined : kind;
};
