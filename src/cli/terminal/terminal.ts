/** What a command needs of the world around it. The process gives the real one, a test its own. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths that a person typed are relative to this folder. */
  readonly folder: string;
  /** Where the built web app lies, for the commands that serve it. */
  readonly webFolder: string;
  /** One line; commands may put any text into it (`plainTerminal`). */
  readonly print: (line: string) => void;
  /** A line with colours that the program itself drew: never words from a file, a name or the network. */
  readonly draw: (line: string) => void;
  /** For what is not the command's result: questions, reports, errors. */
  readonly printError: (line: string) => void;
  /** Asks a person and returns the line typed, without echo if `isHidden`; undefined where nobody can be asked. */
  readonly ask: (question: string, options?: { readonly isHidden: boolean }) => Promise<string | undefined>;
  /** Resolves when the person or the system asks a running command to stop. */
  readonly untilStopped: () => Promise<void>;
}

/** 0 done · 1 something was reported or skipped · 2 the command was not understood. */
export type ExitCode = 0 | 1 | 2;
