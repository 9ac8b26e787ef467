import type { Page } from 'playwright-core';

/** Milliseconds between the frames that the page drew, of the slowest twentieth the fastest, and the longest. */
export interface Frames {
  p95: number;
  longest: number;
  count: number;
}

/** What the page draws while `action` runs. */
export const framesDuring = async (page: Page, action: () => Promise<void>): Promise<Frames> => {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const draw = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (!Reflect.get(window, 'benchStop')) requestAnimationFrame(draw);
    };
    Object.assign(window, { benchFrames: frames, benchStop: false });
    requestAnimationFrame(draw);
  });
  await action();
  const frames = await page.evaluate(() => {
    Object.assign(window, { benchStop: true });
    return Reflect.get(window, 'benchFrames') as number[];
  });
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
