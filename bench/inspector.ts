import WebSocket from 'ws';

/** The parts of a V8 profile that are read here. */
export interface CpuProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
    children?: number[];
  }[];
  samples: number[];
  timeDeltas: number[];
}

/** Looks into another Node process. */
export interface Inspector {
  /** What the process's main thread does while `action` runs. */
  profile(action: () => Promise<unknown>): Promise<CpuProfile>;
  /** Collects garbage and answers the bytes of the heap in use. */
  heapUsed(): Promise<number>;
  /** Lets go of the process, which would wait for that before it ends. */
  close(): void;
}

export const openInspector = async (url: string): Promise<Inspector> => {
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 2 ** 30 });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let ids = 0;
  const waiting = new Map<number, (result: never) => void>();
  socket.on('message', (data) => {
    const { id, result } = JSON.parse(String(data));
    waiting.get(id)?.(result as never);
    waiting.delete(id);
  });
  const call = <Result>(method: string, params: object = {}): Promise<Result> =>
    new Promise((resolve) => {
      const id = ++ids;
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    profile: async (action) => {
      await call('Profiler.enable');
      await call('Profiler.setSamplingInterval', { interval: 1000 });
      await call('Profiler.start');
      await action();
      return (await call<{ profile: CpuProfile }>('Profiler.stop')).profile;
    },
    heapUsed: async () => {
      await call('HeapProfiler.collectGarbage');
      return (await call<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize;
    },
    close: () => socket.close(),
  };
};
