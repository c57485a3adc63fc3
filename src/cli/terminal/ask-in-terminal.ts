import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks on the terminal; what is typed is not shown where `isHidden`. Undefined where stdin is no terminal. */
export function askInTerminal(question: string, isHidden: boolean): Promise<string | undefined> {
  if (!process.stdin.isTTY) return Promise.resolve(undefined);
  const silence = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output: isHidden ? silence : process.stderr, terminal: true });
  // Asked only now, when the terminal's own echo is off.
  if (isHidden) process.stderr.write(question);
  lines.setPrompt(isHidden ? '' : question);
  lines.prompt();
  return new Promise((resolve) => {
    let answer: string | undefined;
    lines.once('line', (line) => {
      answer = line;
      lines.close();
    });
    lines.once('SIGINT', () => {
      lines.close();
    });
    lines.once('close', () => {
      if (isHidden) process.stderr.write('\n');
      resolve(answer);
    });
  });
}
