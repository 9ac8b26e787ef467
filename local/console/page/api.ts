import { useEffect, useState } from 'react';

/** Reads a part of the console's own API. Throws what went wrong, in a sentence. */
export async function read<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`/console/api/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** How long to wait before asking an answer that did not come again. */
const AGAIN_MS = 2000;

/** Counts what happens on the stack: the server answers when something has. */
export function useBeats(): { beats: number; lost: boolean } {
  const [state, set] = useState({ beats: 0, lost: false });
  useEffect(() => {
    let left = false;
    let seen = -1;
    const follow = async (): Promise<void> => {
      while (!left) {
        try {
          const { beats } = await read<{ beats: number }>(`changes?seen=${seen}`);
          seen = beats;
          if (!left) set({ beats, lost: false });
        } catch {
          if (!left) set(({ beats }) => ({ beats, lost: true }));
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        }
      }
    };
    void follow();
    return () => {
      left = true;
    };
  }, []);
  return state;
}

/** A part of the API, read again with every beat; what was read last stays until then. */
export function useLive<Answer>(path: string, beats: number): { value?: Answer; error?: string } {
  const [state, set] = useState<{ path: string; value?: Answer; error?: string }>({ path });
  useEffect(() => {
    let left = false;
    read<Answer>(path).then(
      (value) => !left && set({ path, value }),
      (error: Error) => !left && set({ path, error: error.message }),
    );
    return () => {
      left = true;
    };
  }, [path, beats]);
  return state.path === path ? state : {};
}
