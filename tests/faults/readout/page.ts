import { isOver, unanswered } from '@readout/client';
import type { Run, ServerMessage } from '@readout/runtime/contracts.ts';
import type { Readout } from '../../../web/src/data/readout.ts';
import { type Deed, reports } from '../script.ts';
import type { Device, Seat } from '../simulate.ts';
import { DeviceNetwork } from '../world/device-network.ts';
import { devicePage } from '../world/device-page.ts';
import type { World } from '../world/world.ts';

/** The page's own data layer, on a device of the simulation, and what it was seen to show. */
export class ReadoutPage implements Device {
  open = true;
  /** How often each run was seen to end, by runId. */
  readonly ends = new Map<string, number>();
  /** When the end of each run was first seen, in milliseconds of the world's time. */
  readonly sawEnd = new Map<string, number>();
  /** How often each change was told over a socket: `<runId> <cursor>`, with `asked` for one that was asked for here. */
  readonly pushes = new Map<string, number>();
  /** Every run of which anything arrived, shown or not. */
  readonly heard = new Set<string>();
  /** What went backwards, in words. */
  readonly steps: string[] = [];
  readonly #network: DeviceNetwork;
  readonly #readout: Readout;
  #shown = new Map<string, Run>();
  #panel = 0;

  constructor(
    readonly world: World,
    readonly seat: Seat,
  ) {
    this.#network = new DeviceNetwork(world, seat.claims, (text) => this.#listen(text));
    this.#readout = devicePage(world, seat, this.#network);
    this.#readout.runs.subscribe(() => this.#look());
    this.#readout.connection.open();
  }

  get runs(): ReadonlyMap<string, Run> {
    return this.#readout.runs.get().runs;
  }

  /** Whether a request of it has had no answer yet. */
  get waits(): boolean {
    return unanswered(this.#readout.runs.get()).size > 0;
  }

  deed(deed: Deed): void {
    if (deed.do === 'offline') this.#network.goOffline(deed.for);
    if (deed.do === 'run') this.#run(deed);
    if (deed.do === 'cancel') this.#cancel(deed.which);
  }

  close(everywhere = false): void {
    this.open = false;
    if (everywhere) void this.#readout.closeEverywhere().catch(() => undefined);
    else this.#readout.close();
  }

  #run({ report, value, fresh, email }: Deed & { do: 'run' }): void {
    this.#panel += 1;
    const topic = `${this.seat.device}/${this.#panel}${fresh ? '/fresh' : ''}`;
    void this.#readout.run({ report: reports[report] ?? '', inputs: { value }, topic, fresh, email });
  }

  #cancel(which: number): void {
    const unfinished = [...this.runs.values()].filter((run) => !isOver(run));
    const chosen = unfinished[which % unfinished.length];
    if (chosen) void this.#readout.cancel(chosen.runId);
  }

  #listen(text: string): void {
    this.world.trace(`${this.seat.device} hears ${text.slice(0, 200)}`);
    if (!text.startsWith('{')) return;
    const message = JSON.parse(text) as Partial<ServerMessage> & { runs?: Run[] };
    for (const { runId } of [...(message.runs ?? []), message as Partial<Run>])
      if (runId) this.heard.add(runId);
    if (message.type === 'run') this.#count(message as Run);
  }

  #count({ runId, cursor, topic, status }: Run): void {
    const answered = topic?.startsWith(`${this.seat.device}/`) || status === 'cancelled';
    const what = `${runId} ${cursor}${answered ? ' asked' : ''}`;
    this.pushes.set(what, (this.pushes.get(what) ?? 0) + 1);
  }

  #look(): void {
    for (const [runId, run] of this.runs) {
      const before = this.#shown.get(runId);
      if (before === run) continue;
      if (before && (isOver(before) || run.cursor <= before.cursor || rank(run) < rank(before)))
        this.steps.push(`${this.seat.device} shows ${runId} ${before.status} and then ${run.status}`);
      if (!isOver(run)) continue;
      this.ends.set(runId, (this.ends.get(runId) ?? 0) + 1);
      if (!this.sawEnd.has(runId)) this.sawEnd.set(runId, this.world.time.now());
    }
    this.#shown = new Map(this.runs);
  }
}

const rank = (run: Run): number => (isOver(run) ? 2 : run.status === 'running' ? 1 : 0);
