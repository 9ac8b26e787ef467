import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Sections } from './sections.ts';
import { SortedTexts } from './sorted-texts.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-sections-'));
  file = join(folder, 'tables.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const all = (sections: Sections) => ['a', 'b'].map((name) => sections.range(name, {}));

describe('the journal', () => {
  it('brings back what a killed process had written', () => {
    const first = new Sections(file);
    first.set('a', '1', '{"n":1}');
    first.set('a', '2', '"zwei\\n"');
    first.set('b', '1', '[]');
    first.set('a', '1', undefined);
    expect(all(new Sections(file))).toEqual([['"zwei\\n"'], ['[]']]);
  });

  it('brings back all of what belongs together, or nothing of it', () => {
    const first = new Sections(file);
    first.set('a', '1', '1');
    const before = readFileSync(file, 'utf8');
    first.atomically(() => {
      first.set('a', '1', '2');
      first.set('b', '1', '2');
    });
    const whole = readFileSync(file, 'utf8');
    for (let length = before.length; length < whole.length; length += 1) {
      writeFileSync(file, whole.slice(0, length));
      const complete = length === whole.length - 1; // all but the end of the line
      expect(all(new Sections(file))).toEqual(complete ? [['2'], ['2']] : [['1'], []]);
    }
  });

  it('goes on after a line that a crash cut short', () => {
    new Sections(file).set('a', '1', '1');
    appendFileSync(file, '[["a","2",');
    const second = new Sections(file);
    second.set('a', '3', '3');
    expect(all(new Sections(file))).toEqual([['1', '3'], []]);
  });

  it('leaves out what is no longer true when it has grown', () => {
    const sections = new Sections(file);
    const text = JSON.stringify('x'.repeat(1024 * 1024));
    for (let n = 0; n < 80; n += 1) sections.set('a', 'same', text);
    sections.set('a', 'other', '1');
    expect(statSync(file).size).toBeLessThan(40 * 1024 * 1024);
    sections.close();
    expect(all(new Sections(file))).toEqual([['1', text], []]);
  });
});

it('takes everything back that was done before an error', () => {
  const sections = new Sections(file);
  sections.set('a', '1', '1');
  const work = () => {
    sections.set('a', '1', '2');
    sections.set('a', '1', undefined);
    sections.set('a', '2', '2');
    throw new Error('no');
  };
  expect(() => sections.atomically(work)).toThrow('no');
  expect(all(sections)).toEqual([['1'], []]);
  expect(all(new Sections(file))).toEqual([['1'], []]);
});

it('finds the ranges of sorted keys, whatever was put and taken', () => {
  const key = fc.constantFrom(...'abcdefgh', 'aa', 'b~', '');
  const bound = fc.option(key, { nil: undefined });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(key, fc.boolean()), { maxLength: 30 }),
      fc.record({ gt: bound, gte: bound, lt: bound, lte: bound }, { requiredKeys: [] }),
      fc.boolean(),
      fc.integer({ min: -1, max: 5 }),
      (changes, { gt, gte, lt, lte }, reverse, limit) => {
        const texts = new SortedTexts();
        const plain = new Map<string, string>();
        for (const [name, put] of changes) {
          texts.set(name, put ? `"${name}"` : undefined);
          if (put) plain.set(name, `"${name}"`);
          else plain.delete(name);
        }
        // As dynalite does, one bound at each end.
        const lower = gt !== undefined ? { gt } : { gte };
        const upper = lt !== undefined ? { lt } : { lte };
        const inside = [...plain.keys()]
          .sort()
          .filter((name) => (gt !== undefined ? name > gt : gte === undefined || name >= gte))
          .filter((name) => (lt !== undefined ? name < lt : lte === undefined || name <= lte));
        const ordered = reverse ? inside.reverse() : inside;
        const wanted = limit < 0 ? ordered : ordered.slice(0, limit);
        expect(texts.range({ ...lower, ...upper, reverse, limit })).toEqual(
          wanted.map((name) => plain.get(name)),
        );
      },
    ),
  );
});
