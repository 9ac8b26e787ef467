import { isOpen } from '@readout/client';
import type { PipelineRun } from '@readout/runtime/contracts.ts';
import type { Readout } from '../../../web/src/data/readout.ts';
import type { Deed } from '../script.ts';
import type { Device, Seat } from '../simulate.ts';
import { DeviceNetwork } from '../world/device-network.ts';
import { devicePage } from '../world/device-page.ts';
import type { World } from '../world/world.ts';
import { pipelines, started } from './pipelines.ts';

/** As the view of a pipeline does without a connection, in milliseconds, and with one while something goes on. */
const ASKS_EVERY = 30_000;
const DOUBTS_EVERY = 60_000;

/** The page's own data layer with every pipeline in view, and what it was seen to show. */
export class PipelinePage implements Device {
  open = true;
  /** Runs that it was told it had started. */
  readonly accepted = new Set<string>();
  /** What went backwards, in words. */
  readonly steps: string[] = [];
  readonly #network: DeviceNetwork;
  readonly #readout: Readout;
  #shown: ReadonlyMap<string, PipelineRun> = new Map();

  constructor(
    readonly world: World,
    readonly seat: Seat,
  ) {
    this.#network = new DeviceNetwork(world, seat.claims, () => undefined);
    this.#readout = devicePage(world, seat, this.#network);
    const { status } = this.#readout.connection;
    status.subscribe(() => status.get().state === 'open' && this.#read());
    this.#readout.pipelines.runs.subscribe(() => this.#look());
    this.#readout.connection.open();
    this.#ask();
  }

  get runs(): ReadonlyMap<string, PipelineRun> {
    return this.#readout.pipelines.runs.get();
  }

  deed(deed: Deed): void {
    if (deed.do === 'offline') this.#network.goOffline(deed.for);
    if (deed.do === 'start') this.#start(started[deed.pipeline] ?? '', deed.value);
    if (deed.do === 'stop') this.#stop(deed.which);
    if (deed.do === 'retry') this.#retry(deed.which);
  }

  close(everywhere = false): void {
    this.open = false;
    if (everywhere) void this.#readout.closeEverywhere().catch(() => undefined);
    else this.#readout.close();
  }

  /** Whether it shows a run as it is. It need not have heard of those that others started. */
  knows({ runId, version }: Record<string, unknown>): boolean {
    const id = String(runId);
    const shown = this.runs.get(id);
    return shown ? shown.version === version : !this.accepted.has(id);
  }

  #start(pipeline: string, value: number): void {
    this.#readout.pipelines.start(pipeline, { value }).then(
      ({ runId }) => this.accepted.add(runId),
      () => undefined,
    );
  }

  #stop(which: number): void {
    const chosen = pick([...this.runs.values()].filter(isOpen), which);
    if (chosen) this.#readout.pipelines.cancel(chosen.runId).catch(() => undefined);
  }

  #retry(which: number): void {
    const chosen = pick(
      [...this.runs.values()].filter(({ status }) => status === 'failed'),
      which,
    );
    if (!chosen) return;
    this.#readout.pipelines.retry(chosen.runId).then(
      ({ runId }) => this.accepted.add(runId),
      () => undefined,
    );
  }

  /** Reads what each view would read when it is connected again. */
  #read(): void {
    for (const id of Object.keys(pipelines)) this.#readout.pipelines.load(id).catch(() => undefined);
  }

  #ask(): void {
    if (!this.open) return;
    const told = this.#readout.connection.status.get().state === 'open';
    if (!told || [...this.runs.values()].some(isOpen)) this.#read();
    this.world.time.after(told ? DOUBTS_EVERY : ASKS_EVERY, () => this.#ask());
  }

  #look(): void {
    for (const [runId, run] of this.runs) {
      const before = this.#shown.get(runId);
      if (before && before !== run && (!isOpen(before) || run.version <= before.version))
        if (before.status !== run.status)
          this.steps.push(`${this.seat.device} shows ${runId} ${before.status} and then ${run.status}`);
    }
    this.#shown = this.runs;
  }
}

const pick = <One>(all: One[], which: number): One | undefined => all[which % all.length];
