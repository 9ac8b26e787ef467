import { manualTimer } from '../testing/manual-timer.ts';
import { heartbeat } from './heartbeat.ts';

function setup() {
  const timer = manualTimer();
  const said: string[] = [];
  const beat = heartbeat({
    ping: () => said.push('ping'),
    onSilence: () => said.push('silence'),
    after: timer.after,
  });
  return { beat, said, advance: timer.advance };
}

it('pings after five quiet minutes', () => {
  const { beat, said, advance } = setup();
  beat.heard();
  advance(299_999);
  expect(said).toEqual([]);
  advance(1);
  expect(said).toEqual(['ping']);
});

it('tells when a ping has no answer', () => {
  const { beat, said, advance } = setup();
  beat.check();
  advance(10_000);
  expect(said).toEqual(['ping', 'silence']);
});

it('is content with any answer, and pings again five minutes later', () => {
  const { beat, said, advance } = setup();
  beat.check();
  beat.heard();
  advance(300_000);
  expect(said).toEqual(['ping', 'ping']);
});

it('asks once however often it is checked', () => {
  const { beat, said } = setup();
  beat.check();
  beat.check();
  expect(said).toEqual(['ping']);
});

it('is quiet once stopped', () => {
  const { beat, said, advance } = setup();
  beat.heard();
  beat.check();
  beat.stop();
  advance(900_000);
  expect(said).toEqual(['ping']);
});
