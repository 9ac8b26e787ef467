/** Long enough for a browser to begin saving. */
const KEPT_MS = 60_000;

/** Hands a file that the page has made to the browser, to be saved under a name. */
export function saveAs(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
