/** Lists that are a person's own. */
export type OwnList = 'favourites' | 'recent';

/** What of the catalogue is wanted: it stands in the address, so that it can be sent and comes back with Back. */
export interface Wish {
  text: string;
  tags: string[];
  folder?: string;
  list?: OwnList;
}

/** Reads the address's query; what it does not know is nothing. */
export function wishOf(search: URLSearchParams): Wish {
  const list = search.get('list');
  return {
    text: search.get('q') ?? '',
    tags: search.getAll('tag'),
    folder: search.get('folder') || undefined,
    list: list === 'favourites' || list === 'recent' ? list : undefined,
  };
}

/** The address of what is wanted. */
export function wishHref({ text, tags, folder, list }: Wish): string {
  const search = new URLSearchParams();
  if (text) search.set('q', text);
  for (const tag of tags) search.append('tag', tag);
  if (folder) search.set('folder', folder);
  if (list) search.set('list', list);
  return search.size ? `/reports?${search}` : '/reports';
}

/** With the tag if it was without, and without it if it was with. */
export const withTag = (wish: Wish, tag: string): Wish => ({
  ...wish,
  tags: wish.tags.includes(tag) ? wish.tags.filter((one) => one !== tag) : [...wish.tags, tag],
});
