import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noFaults } from '../../local/faults/plan.ts';
import { pipelinesDesign } from './pipelines/design.ts';
import { readoutDesign } from './readout/design.ts';
import { sampleDesign } from './sample/design.ts';
import { type Design, simulate } from './simulate.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is tried, by name. */
export const makers = {
  readout: (buildDir: string, projectDir = root): Promise<Design> =>
    readoutDesign(projectDir, buildDir) as Promise<unknown> as Promise<Design>,
  pipelines: (buildDir: string, projectDir = root): Promise<Design> =>
    pipelinesDesign(projectDir, buildDir) as Promise<unknown> as Promise<Design>,
  sample: (buildDir: string): Promise<Design> =>
    sampleDesign(buildDir) as Promise<unknown> as Promise<Design>,
};

export type DesignName = keyof typeof makers;

/**
 * Bundles the functions of a design and tries it once: what the AWS SDK reads from files when it is first used is read
 * then, so that no simulation waits for a disk.
 */
export const loadDesign = async (name: DesignName, projectDir = root): Promise<Design> => {
  const buildDir = mkdtempSync(join(tmpdir(), 'readout-faults-'));
  try {
    const design = await makers[name](buildDir, projectDir);
    await simulate(design, noFaults, {
      devices: [1],
      lasts: 60_000,
      actions: [
        {
          at: 2_000,
          person: 0,
          device: 0,
          deed: { do: 'run', report: 0, value: 0, fresh: false, email: false },
        },
        {
          at: 4_000,
          person: 0,
          device: 0,
          deed: { do: 'run', report: 2, value: 0, fresh: false, email: true },
        },
        { at: 6_000, person: 0, device: 0, deed: { do: 'start', pipeline: 0, value: 0 } },
      ],
    });
    return design;
  } finally {
    rmSync(buildDir, { recursive: true, force: true });
  }
};
