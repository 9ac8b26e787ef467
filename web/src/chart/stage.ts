/**
 * An element to paint in. ECharts empties it by `innerHTML`, which the page's Trusted Types refuse even for no text at
 * all; here it finds a plain property of that name, on an element that is empty as it is made.
 */
export function stage(): HTMLDivElement {
  const element = document.createElement('div');
  element.className = 'chart-stage';
  Object.defineProperty(element, 'innerHTML', { value: '', writable: true });
  return element;
}
