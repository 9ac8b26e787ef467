import { createGrid, type Theme } from 'ag-grid-community';

/**
 * A grid writes `<style>` elements while it runs, which the page's Content-Security-Policy refuses. A grid that nobody
 * sees shows which, and they become style sheets of the document, which the policy allows. Every grid that is seen
 * writes its own into the element that this answers: it is no part of the document, so nothing comes of them.
 */
export function adoptGridStyles(theme: Theme): HTMLElement {
  const aside = document.createElement('div');
  const grid = createGrid(document.createElement('div'), { theme, themeStyleContainer: aside });
  const sheets = [...aside.querySelectorAll('style')].map(({ textContent }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(textContent ?? '');
    return sheet;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  grid.destroy();
  return aside;
}
