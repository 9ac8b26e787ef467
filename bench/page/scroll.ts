import type { Page } from 'playwright-core';

/** Milliseconds between the frames that the page drew, of the slowest twentieth the fastest, and the longest. */
export interface Frames {
  p95: number;
  longest: number;
  count: number;
}

/** As text: what compiles this file would put calls of its own into a function. */
const watchFrames = `
  window.benchFrames = [];
  window.benchStop = false;
  let last = performance.now();
  requestAnimationFrame(function draw() {
    const now = performance.now();
    window.benchFrames.push(now - last);
    last = now;
    if (!window.benchStop) requestAnimationFrame(draw);
  });
`;

/** What the page draws while `action` runs. */
export const framesDuring = async (page: Page, action: () => Promise<void>): Promise<Frames> => {
  await page.evaluate(watchFrames);
  await action();
  const frames: number[] = await page.evaluate('window.benchStop = true; window.benchFrames');
  const sorted = frames.slice(1).sort((a, b) => a - b);
  return {
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    longest: sorted.at(-1) ?? Number.NaN,
    count: sorted.length,
  };
};

/** Turns the wheel over the rows for a while: short turns, as a hand does. */
export const wheel = async (page: Page, turns: number, pixels: number): Promise<void> => {
  await page.getByRole('grid').hover();
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, pixels);
    await page.waitForTimeout(16);
  }
};

/** Bytes that the page's scripts hold, after a collection. */
export const heapUsed = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  await session.detach();
  return usedSize;
};
