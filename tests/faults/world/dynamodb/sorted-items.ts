/** The bounds of a range of keys, as dynalite asks for it. */
export interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  /** -1 for all. */
  limit?: number;
}

type Item = Record<string, unknown>;

interface Change {
  at: number;
  key: string;
  before: Item | undefined;
}

/** Items sorted by key, and how they were a while ago. */
export class SortedItems {
  readonly #keys: string[] = [];
  readonly #items = new Map<string, Item>();
  #changes: Change[] = [];

  /** @param kept for how many milliseconds it is remembered how things were */
  constructor(
    readonly now: () => number,
    readonly kept: number,
  ) {}

  get(key: string, asOf = this.now()): Item | undefined {
    const later = this.#changes.find((change) => change.key === key && change.at > asOf);
    return later ? later.before : this.#items.get(key);
  }

  set(key: string, item: Item | undefined): void {
    const at = this.now();
    this.#changes = this.#changes.filter((change) => change.at > at - this.kept);
    this.#changes.push({ at, key, before: this.#items.get(key) });
    if (!item) {
      if (this.#items.delete(key)) this.#keys.splice(this.#position(key), 1);
      return;
    }
    if (!this.#items.has(key)) this.#keys.splice(this.#position(key), 0, key);
    this.#items.set(key, item);
  }

  range({ gt, gte, lt, lte, reverse, limit = -1 }: Range, asOf = this.now()): Item[] {
    const keys = this.#keysAt(asOf).filter(
      (key) =>
        (gt === undefined || key > gt) &&
        (gte === undefined || key >= gte) &&
        (lt === undefined || key < lt) &&
        (lte === undefined || key <= lte),
    );
    if (reverse) keys.reverse();
    const found = keys.map((key) => this.get(key, asOf)).filter((item) => item !== undefined);
    return limit < 0 ? found : found.slice(0, limit);
  }

  all(): Item[] {
    return [...this.#items.values()];
  }

  #keysAt(asOf: number): string[] {
    const gone = this.#changes.filter(({ at, key }) => at > asOf && !this.#items.has(key));
    return gone.length === 0
      ? this.#keys
      : [...new Set([...this.#keys, ...gone.map(({ key }) => key)])].sort();
  }

  #position(key: string): number {
    let low = 0;
    for (let high = this.#keys.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.#keys[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
