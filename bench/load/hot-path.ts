import type { CpuProfile } from '../inspector.ts';

/** What a thread spent its time on: shares of the time in which it was not idle, the greatest first. */
export interface HotPath {
  /** Share of the time in which the thread had something to do. */
  busy: number;
  parts: { name: string; share: number }[];
}

/** Adds up a profile by the folder, the package or the part of Node whose own code ran. */
export const hotPath = ({ nodes, samples, timeDeltas }: CpuProfile): HotPath => {
  const partOf = new Map(nodes.map(({ id, callFrame }) => [id, partName(callFrame)]));
  const sums = new Map<string, number>();
  samples.forEach((id, index) => {
    const part = partOf.get(id) ?? '';
    sums.set(part, (sums.get(part) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const total = [...sums.values()].reduce((sum, time) => sum + time, 0);
  const idle = sums.get('(idle)') ?? 0;
  sums.delete('(idle)');
  const parts = [...sums]
    .map(([name, time]) => ({ name, share: time / (total - idle) }))
    .sort((a, b) => b.share - a.share);
  return { busy: (total - idle) / total, parts };
};

const system = 'system calls (sockets, files)';

const partName = ({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string => {
  const [, inPackage] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (inPackage)
    return inPackage.startsWith('@smithy') || inPackage.startsWith('@aws-sdk') ? 'AWS SDK' : inPackage;
  const [, folder] = /\/local\/([^/]+?)(?:\.ts|\/)/.exec(url) ?? [];
  if (folder) return `local/${folder}`;
  if (url.startsWith('node:')) return /http|net|stream/.test(url) ? 'Node: HTTP' : 'Node: other';
  if (url !== '') return 'other';
  if (functionName.startsWith('(')) return functionName;
  return system;
};
