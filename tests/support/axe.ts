import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** The design system's own: a toolbar's `nav` bears an attribute that is for toolbars. */
const known = /^aria-allowed-attr: .* aria-orientation="horizontal"/;

/** What axe finds wrong: its rule, and where. */
export const faults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    .filter((fault) => !known.test(fault));
};
