import type { Terminal } from '../../../src/cli/terminal/terminal';

export interface RecordingTerminal extends Terminal {
  readonly printed: string[];
  readonly errors: string[];
  /** Everything that was shown, in one text. */
  readonly shown: () => string;
  /** Resolves with the first line, printed already or later, that matches. */
  readonly lineMatching: (pattern: RegExp) => Promise<string>;
  readonly stop: () => void;
}

/** A terminal that keeps what is printed and answers from a list. */
export function recordingTerminal(options: {
  readonly env?: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly webFolder?: string;
  readonly answers?: readonly string[];
}): RecordingTerminal {
  const { env = {}, folder, webFolder = folder, answers = [] } = options;
  const printed: string[] = [];
  const errors: string[] = [];
  const left = [...answers];
  const waiting = new Set<() => void>();
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const keep =
    (lines: string[]) =>
    (line: string): void => {
      lines.push(line);
      for (const look of waiting) look();
    };
  const lineMatching = (pattern: RegExp): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = [...printed, ...errors].find((line) => pattern.test(line));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    env,
    folder,
    webFolder,
    printed,
    errors,
    print: keep(printed),
    draw: keep(printed),
    printError: keep(errors),
    ask: () => Promise.resolve(left.shift()),
    untilStopped: () => stopped,
    shown: () => [...printed, ...errors].join('\n'),
    lineMatching,
    stop,
  };
}
