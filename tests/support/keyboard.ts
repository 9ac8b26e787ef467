import type { Page } from 'playwright-core';

/** Where the keyboard is, as a screen reader names it. */
export interface Focus {
  role: string;
  name: string;
  /** Something shows it: an outline, a shadow or a frame that its neighbour has not, of the element or of what is around it. */
  visible: boolean;
}

const focus = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return { role: '', name: '', visible: false };
  const named = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const label = element.labels?.length ? [...element.labels].map((one) => one.textContent).join(' ') : undefined;
  const shows = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  const beside = element.nextElementSibling ?? element.previousElementSibling;
  const isFramed = beside && getComputedStyle(element).borderTopColor !== getComputedStyle(beside).borderTopColor;
  const around = [element, element.parentElement, element.parentElement?.parentElement, ...element.querySelectorAll('*')].filter(Boolean);
  return {
    role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
    name: (named || element.getAttribute('aria-label') || label || element.textContent || '').trim().replace(/\\s+/g, ' '),
    visible: isFramed || around.some((one) => [undefined, '::before', '::after'].some((part) => shows(getComputedStyle(one, part)))),
  };
})()`;

export const focused = (page: Page): Promise<Focus> => page.evaluate<Focus>(focus);

/** As many stops as the longest way through a view has. */
const MOST = 150;

/**
 * Goes on with Tab, or back with Shift+Tab, until the keyboard is at something of that name, and says each stop on the
 * way that nothing shows. Throws the stops when it does not come there.
 */
export const tabTo = async (page: Page, name: string | RegExp, key = 'Tab'): Promise<string[]> => {
  const unseen: string[] = [];
  const stops: string[] = [];
  for (let stop = 0; stop < MOST; stop += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    stops.push(`${at.role} ${at.name.slice(0, 40)}`);
    if (at.role !== '' && !at.visible) unseen.push(`${at.role} ${at.name.slice(0, 60)}`);
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return unseen;
  }
  throw new Error(`The keyboard does not come to ${name}: ${stops.join(' | ')}`);
};
