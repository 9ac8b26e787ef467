import type { Page } from 'playwright-core';
import { signIn } from '../support/browser.ts';
import { comesTrue } from '../support/comes-true.ts';
import { stack } from '../support/stack.ts';
import { visiting } from './visiting.ts';

jest.setTimeout(180_000); // each wait has a limit of its own, of 30 s

/** Keeps in `window.moved` whatever moved for longer than an eye can see, and each picture that a chart was painted as. */
const watchMotion = `
  window.moved = [];
  window.painted = new Set();
  const longest = (text) => Math.max(0, ...text.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 1 : 1000)));
  const note = (kind) => ({ target, pseudoElement, propertyName, animationName }) => {
    const style = getComputedStyle(target, pseudoElement || undefined);
    const forEver = kind === 'animation' && style.animationIterationCount.includes('infinite');
    if (longest(style[kind + 'Duration']) > 20 || forEver)
      window.moved.push(kind + ' ' + (propertyName ?? animationName) + ' ' + target.className);
  };
  document.addEventListener('transitionrun', note('transition'), true);
  document.addEventListener('animationstart', note('animation'), true);
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (frames, timing) {
    const duration = typeof timing === 'number' ? timing : timing?.duration;
    if (duration > 20) window.moved.push('animate ' + this.className);
    return animate.call(this, frames, timing);
  };
  const look = () => {
    const canvas = document.querySelector('.chart canvas');
    if (canvas?.width > 0) window.painted.add(canvas.toDataURL());
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

describe('who wants no motion', () => {
  const visits = visiting();
  let page: Page;

  const start = async (reducedMotion: 'reduce' | 'no-preference') => {
    page = await visits.open({ reducedMotion });
    await page.addInitScript(watchMotion);
    await signIn(page, stack.page, stack.user.email, stack.user.password);
    await page.getByText('Connection: open').first().waitFor();
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const moved = () => page.evaluate<string[]>('window.moved');
  const chart = async () => {
    await page.goto(`${stack.page}/reports/taxi/daily?month=2015-12`);
    await button('Run').click();
    await button('Chart').click();
    await page.locator('.chart canvas').waitFor();
    await page
      .getByText(/^Line chart/)
      .or(page.getByRole('application'))
      .first()
      .waitFor();
    await comesTrue(page, 'window.painted.size > 0');
    for (let frame = 0; frame < 40; frame += 1) await page.evaluate('new Promise(requestAnimationFrame)');
  };

  it('sees none: in the catalogue, a form, a run, rows, a chart, a dialog, the inbox and a dashboard', async () => {
    await start('reduce');
    await page.getByRole('link', { name: 'Taxi vendors' }).waitFor();
    expect(await moved()).toEqual([]);
    await chart();
    expect(await moved()).toEqual([]);
    await button('Table').click();
    await page.getByRole('columnheader', { name: /^Fares/ }).click();
    await page.locator('[aria-sort=ascending]').waitFor();
    await button('What it is').click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Inbox/ }).click();
    await page.keyboard.press('Escape');
    expect(await moved()).toEqual([]);
    await page.goto(`${stack.page}/dashboards/flights/overview?run=1`);
    await page.getByText('8 tiles done', { exact: true }).first().waitFor();
    expect(await moved()).toEqual([]);
  });

  it('has a chart that is painted as it stays, while others see it come', async () => {
    await start('reduce');
    await chart();
    const still = await page.evaluate<number>('window.painted.size');
    expect(still).toBeLessThanOrEqual(2); // empty, and whole
    await page.context().close();
    await start('no-preference');
    await chart();
    expect(await page.evaluate<number>('window.painted.size')).toBeGreaterThan(2);
  });

  it('is heard at once who changes their mind', async () => {
    await start('no-preference');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await chart();
    expect(await page.evaluate<number>('window.painted.size')).toBeLessThanOrEqual(2);
  });
});
