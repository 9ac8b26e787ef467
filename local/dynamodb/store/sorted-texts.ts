/** Bounds of a range of keys, as LevelDB takes them. */
export interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  /** -1 is no limit. */
  limit?: number;
}

/** Texts by key, in the order of their keys. */
export class SortedTexts {
  readonly #texts = new Map<string, string>();
  readonly #keys: string[] = [];

  get(key: string): string | undefined {
    return this.#texts.get(key);
  }

  /** Puts a text, or takes it away where it is undefined; answers what was there before. */
  set(key: string, text: string | undefined): string | undefined {
    const before = this.#texts.get(key);
    if (text === undefined) {
      if (this.#texts.delete(key)) this.#keys.splice(this.#placeOf(key), 1);
    } else {
      if (before === undefined) this.#keys.splice(this.#placeOf(key), 0, key);
      this.#texts.set(key, text);
    }
    return before;
  }

  keys(): string[] {
    return [...this.#keys];
  }

  /** The texts of a range, as they are now. */
  range({ gt, gte, lt, lte, reverse = false, limit = -1 }: Range): string[] {
    let from = 0;
    let to = this.#keys.length;
    if (gte !== undefined) from = this.#placeOf(gte);
    if (gt !== undefined) from = this.#placeAfter(gt);
    if (lt !== undefined) to = this.#placeOf(lt);
    if (lte !== undefined) to = this.#placeAfter(lte);
    const most = limit < 0 ? Number.POSITIVE_INFINITY : limit;
    if (to - from > most) [from, to] = reverse ? [to - most, to] : [from, from + most];
    const found = this.#keys.slice(from, Math.max(from, to)).map((key) => this.#texts.get(key) as string);
    return reverse ? found.reverse() : found;
  }

  entries(): IterableIterator<[string, string]> {
    return this.#texts.entries();
  }

  #placeAfter(key: string): number {
    const place = this.#placeOf(key);
    return this.#keys[place] === key ? place + 1 : place;
  }

  /** Of the key, or where it would stand. */
  #placeOf(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
