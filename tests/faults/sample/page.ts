import { type Deed, reports } from '../script.ts';
import type { Device, Seat } from '../simulate.ts';
import { DeviceNetwork, type PageSocket } from '../world/device-network.ts';
import { textOf } from '../world/warehouse.ts';
import type { World } from '../world/world.ts';

/** One press of Run. */
export interface Ask {
  id: number;
  person: string;
  /** What Redshift will run: it names the ask, so that whoever looks knows whose it is. */
  text: string;
}

/** Everything that was asked for in one world. */
export interface Asked {
  asks: Ask[];
  /** The statements of which the table once said that they were answered. */
  recorded: Set<string>;
}

const reopensAfter = [1_000, 30_000] as const;
const panels = 3;

/** The sample's page: sends its query when the socket is open, and shows whatever answer comes on a topic. */
export class SamplePage implements Device {
  /** The statement of each answer that was shown. */
  readonly shown: string[] = [];
  readonly #network: DeviceNetwork;
  #socket: PageSocket | undefined;
  #open = false;
  #closed = false;
  #failures = 0;
  #waiting: string[] = [];
  #panel = 0;

  constructor(
    readonly world: World,
    readonly seat: Seat,
    readonly asked: Asked,
  ) {
    this.#network = new DeviceNetwork(world, seat.claims, () => {});
    this.#connect();
  }

  deed(deed: Deed): void {
    if (deed.do === 'offline') this.#network.goOffline(deed.for);
    if (deed.do === 'run') this.#run(deed);
  }

  close(): void {
    this.#closed = true;
    this.#socket?.close();
  }

  #run({ report, value }: Deed & { do: 'run' }): void {
    const id = this.asked.asks.length;
    const fails = reports[report] === 'orders/broken' ? 'fails' : 'works';
    const sql = `select ${value} from orders where it ${fails} -- ask ${id}`;
    this.asked.asks.push({ id, person: this.seat.person, text: textOf({ Sql: sql }) });
    this.#panel = (this.#panel + 1) % panels;
    this.#waiting.push(JSON.stringify({ action: 'run', topic: `${this.seat.device}/${this.#panel}`, sql }));
    this.#send();
  }

  #send(): void {
    if (this.#open) for (const message of this.#waiting.splice(0)) this.#socket?.send(message);
  }

  #connect(): void {
    if (this.#closed) return;
    const socket = this.#network.openSocket('wss://sample.local/live');
    this.#socket = socket;
    socket.onopen = () => {
      this.#open = true;
      this.#failures = 0;
      this.#send();
    };
    socket.onmessage = ({ data }: { data: unknown }) => {
      const { statementId } = JSON.parse(String(data));
      if (statementId) this.shown.push(statementId);
    };
    socket.onclose = () => {
      this.#open = false;
      const [first, longest] = reopensAfter;
      this.world.time.after(Math.min(first * 2 ** this.#failures, longest), () => this.#connect());
      this.#failures += 1;
    };
  }
}
