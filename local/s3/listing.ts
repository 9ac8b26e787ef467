export interface ListingRequest {
  prefix: string;
  delimiter: string;
  /** Only what comes after this key or common prefix. */
  after: string;
  /** Keys and common prefixes together. */
  maxKeys: number;
}

export interface Listing {
  keys: string[];
  commonPrefixes: string[];
  /** Where the next page begins (its `after`); absent on the last page. */
  next?: string;
}

/** Cuts one page out of keys in S3's order: keys that share a common prefix up to the delimiter count once. */
export const pageOfKeys = (
  keys: string[],
  { prefix, delimiter, after, maxKeys }: ListingRequest,
): Listing => {
  const page: Listing = { keys: [], commonPrefixes: [] };
  let last = after;
  for (const key of keys.slice(firstAfter(keys, after))) {
    const group = commonPrefix(key, prefix, delimiter);
    if (group !== undefined && group === last) continue;
    if (page.keys.length + page.commonPrefixes.length >= maxKeys)
      return maxKeys > 0 ? { ...page, next: last } : page;
    last = group ?? key;
    (group === undefined ? page.keys : page.commonPrefixes).push(last);
  }
  return page;
};

const firstAfter = (keys: string[], after: string): number => {
  const bytes = Buffer.from(after);
  const index = keys.findIndex((key) => Buffer.compare(Buffer.from(key), bytes) > 0);
  return index < 0 ? keys.length : index;
};

const commonPrefix = (key: string, prefix: string, delimiter: string): string | undefined => {
  const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
};
