import { useEffect, useState } from 'react';

export interface FullScreen {
  full: boolean;
  toggle: () => void;
}

/**
 * Fills the screen with the dashboard. The document itself goes full screen, so that lists that open over it stay
 * visible; where the browser does not let it, the dashboard still covers the page, and Escape ends that.
 */
export function useFullScreen(): FullScreen {
  const [full, setFull] = useState(false);

  useEffect(() => {
    if (!full) return;
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    const left = () => document.fullscreenElement || setFull(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setFull(false);
    };
    document.addEventListener('fullscreenchange', left);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      document.removeEventListener('keydown', onKey);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, [full]);

  return { full, toggle: () => setFull(!full) };
}
