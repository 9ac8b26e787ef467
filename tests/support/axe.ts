import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** The design system's own: a toolbar's `nav` bears an attribute that is for toolbars. */
const known = /^aria-allowed-attr: .* aria-orientation="horizontal"/;

/**
 * What comes in softly is judged when it is there; it begins to move a frame after it was put. What goes on and on is not
 * waited for.
 */
const stillness = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let round = 0; round < 10; round += 1) {
    await frame();
    await frame();
    const moving = document.getAnimations()
      .filter((one) => one.playState === 'running' && one.effect.getTiming().iterations !== Infinity);
    if (moving.length === 0) return;
    await Promise.all(moving.map((one) => one.finished.catch(() => {})));
  }
})()`;

/** What axe finds wrong: its rule, and where. */
export const faults = async (page: Page): Promise<string[]> => {
  await page.evaluate(stillness);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    .filter((fault) => !known.test(fault));
};
