/** Why the models are not on the tablet. */
export const modelsProblems = ['unreachable', 'server', 'wrongDigest', 'storageFull'] as const;
export type ModelsProblem = (typeof modelsProblems)[number];

export class ModelsFailure extends Error {
  override readonly name = 'ModelsFailure';
  readonly problem: ModelsProblem;

  constructor(problem: ModelsProblem) {
    super(`the models could not be stored: ${problem}`);
    this.problem = problem;
  }
}
