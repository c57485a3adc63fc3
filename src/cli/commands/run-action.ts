import type { ExitCode } from '../terminal/terminal';

/** Runs a command's work and keeps its exit code. */
export type RunAction = (work: () => Promise<ExitCode>) => Promise<void>;
