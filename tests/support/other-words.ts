import type { Page } from 'playwright-core';
import * as en from '../../web/src/words/en/index.ts';

/** Words that are English and nothing else; the data of the sample speaks English, too, and is taken out first. */
const ENGLISH = /\b(the|and|of|with|from|your|this|that|is|are|was|has|have|not|rows?|to)\b/i;

/** Every text of a language's words that needs no filling in. */
const textsOf = (words: unknown): string[] => {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(textsOf);
};

/** What a person sees or hears on the page, text by text: what is written, labels, hints and titles. */
const everythingSaid = `(() => {
  const said = new Set();
  const isSeen = (element) => element.checkVisibility() && !element.closest('[lang]:not(html)');
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (isSeen(node.parentElement)) said.add(node.textContent.trim());
  for (const element of document.body.querySelectorAll('*'))
    for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'])
      if (element.hasAttribute(name) && isSeen(element)) said.add(element.getAttribute(name).trim());
  said.add(document.title);
  return [...said].filter((text) => /[a-z]{2}/i.test(text));
})()`;

/**
 * What a page in another language says in English all the same: a text of the English page that the other one says
 * otherwise, or a sentence that is nothing but English. `data` is whatever answers of the server hold.
 */
export const englishOn = async (page: Page, others: object, data: object): Promise<string[]> => {
  const own = new Set(textsOf(others));
  const english = new Set(textsOf(en).filter((text) => !own.has(text)));
  const known = textsOf(data)
    .filter((text) => text.length > 1)
    .sort((a, b) => b.length - a.length);
  const said = await page.evaluate<string[]>(everythingSaid);
  return said.filter((text) => {
    if (own.has(text)) return false;
    const rest = known.reduce((left, one) => left.replaceAll(one, ' '), text);
    return english.has(rest) || ENGLISH.test(rest);
  });
};
