/** Lets the browser save what a link leads to; the page stays, since the link's answer is an attachment. */
export function saveFile(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noreferrer';
  link.download = '';
  link.click();
}
