import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks on stderr, so that stdout holds results only; `hidden` shows nothing of what is typed. Without a terminal: a line of stdin. */
export function ask(question: string, { hidden = false } = {}): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  const muted = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (isTerminal) process.stderr.write(question);
  const lines = createInterface({
    input: process.stdin,
    output: hidden ? muted : process.stderr,
    terminal: isTerminal,
  });
  return new Promise((resolve) => {
    let answer = '';
    lines.once('line', (line) => {
      answer = line;
      lines.close();
    });
    lines.once('close', () => {
      if (isTerminal && hidden) process.stderr.write('\n');
      resolve(answer);
    });
  });
}
