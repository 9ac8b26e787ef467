import type { Dice } from '../../../local/faults/dice.ts';
import type { FaultPlan } from '../../../local/faults/plan.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Whoever calls a service: a function's process or an execution. Once dead it hears of nothing. */
export interface Caller {
  readonly name: string;
  readonly dead: boolean;
  /** It survives whatever happens: instead of dying it loses the answer. */
  readonly durable?: boolean;
  die(): void;
}

/** One call of a service. */
export interface Call<Answer> {
  /** `dynamodb PutItem` */
  what: string;
  /** Carries it out, at one moment; it was so many milliseconds on its way. */
  carryOut(underWay: number): Promise<Answer>;
  /** The service's own word that it is too busy, of which `pick` (0 to 1) chooses one. */
  refusal(pick: number): Answer;
}

/** The answer did not arrive. */
export class AnswerLost extends Error {
  override name = 'TimeoutError';
  readonly code = 'ECONNRESET';
}

export interface CallsDeps {
  time: VirtualTime;
  dice: Dice;
  /** What may befall calls at this moment. */
  plan(): FaultPlan;
  trace(line: string): void;
}

type Fate = 'well' | 'throttled' | 'cut' | 'crash before' | 'crash after';

/**
 * What lies between a caller and a service: it takes time both ways, and there a call is refused, its answer is lost, or
 * the caller dies before or after it is carried out. One call at a time is carried out, and whole.
 */
export class Calls {
  constructor(readonly deps: CallsDeps) {}

  /** Rejects with AnswerLost; never settles for a caller that has died. */
  make<Answer>(caller: Caller, call: Call<Answer>): Promise<Answer> {
    const { time, trace, dice } = this.deps;
    return new Promise((resolve, reject) => {
      if (caller.dead) return;
      const drawn = this.#fate();
      const fate = caller.durable && drawn.startsWith('crash') ? 'cut' : drawn;
      if (fate === 'crash before') {
        trace(`${caller.name} dies before ${call.what}`);
        return caller.die();
      }
      const sent = time.now();
      time.alone(this.latency(), async () => {
        trace(`${caller.name} ${call.what}${fate === 'well' ? '' : ` (${fate})`}`);
        const answer =
          fate === 'throttled' ? call.refusal(dice('refusal')()) : await call.carryOut(time.now() - sent);
        if (fate === 'crash after') return caller.die();
        time.after(this.latency(), () => {
          if (caller.dead) return;
          if (fate === 'cut') reject(new AnswerLost('read ECONNRESET'));
          else resolve(answer);
        });
      });
    });
  }

  /** Milliseconds: mostly a few, now and then many, and as many as everything may be late when the plan has delays. */
  latency(): number {
    const random = this.deps.dice('latency');
    const { delay } = this.deps.plan();
    const draw = random();
    if (draw < 0.02) return 30 + 1_500 * random();
    if (draw < 0.04) return Math.min(delay, 20_000) * random();
    return 1 + 30 * random() ** 3;
  }

  #fate(): Fate {
    const { throttle, cut, crash } = this.deps.plan();
    let draw = this.deps.dice('fate')();
    for (const [fate, chance] of [
      ['throttled', throttle],
      ['cut', cut],
      ['crash before', crash / 2],
      ['crash after', crash / 2],
    ] as [Fate, number][]) {
      if (draw < chance) return fate;
      draw -= chance;
    }
    return 'well';
  }
}
