import { type Change, Journal } from './journal.ts';
import { type Range, SortedTexts } from './sorted-texts.ts';

/** Texts by section and key, in memory and in a journal. Everything is done when a method returns. */
export class Sections {
  readonly #sections = new Map<string, SortedTexts>();
  readonly #journal: Journal;
  closed = false;
  /** What `atomically` has changed so far, each with the text that was there before. */
  #together?: (Change & { before: string | undefined })[];

  constructor(file: string) {
    this.#journal = new Journal(file, () => this.#present());
    this.#journal.read(({ section, key, text }) => this.#section(section).set(key, text));
  }

  get(section: string, key: string): string | undefined {
    return this.#section(section).get(key);
  }

  set(section: string, key: string, text: string | undefined): void {
    const before = this.#section(section).set(key, text);
    if (before === text) return;
    const change = { section, key, text };
    if (this.#together) this.#together.push({ ...change, before });
    else this.#journal.append([change]);
  }

  keys(section: string): string[] {
    return this.#section(section).keys();
  }

  range(section: string, range: Range): string[] {
    return this.#section(section).range(range);
  }

  /** Makes all of the changes of `work`, which does not wait for anything, or none of them when it throws. */
  atomically<Result>(work: () => Result): Result {
    if (this.#together) return work();
    this.#together = [];
    try {
      const result = work();
      if (this.#together.length > 0) this.#journal.append(this.#together);
      return result;
    } catch (error) {
      for (const { section, key, before } of this.#together.reverse())
        this.#section(section).set(key, before);
      throw error;
    } finally {
      this.#together = undefined;
    }
  }

  close(): void {
    this.closed = true;
    this.#journal.close();
  }

  #section(name: string): SortedTexts {
    const known = this.#sections.get(name);
    if (known) return known;
    const section = new SortedTexts();
    this.#sections.set(name, section);
    return section;
  }

  *#present(): Iterable<Change> {
    for (const [section, texts] of this.#sections)
      for (const [key, text] of texts.entries()) yield { section, key, text };
  }
}
