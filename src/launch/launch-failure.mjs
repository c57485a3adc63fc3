// @ts-check

/** Something that a person has to put right: shown as its one line, without a stack. */
export class LaunchFailure extends Error {}

/**
 * Runs a piece of work; a LaunchFailure ends the process with its line and exit code 1.
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function orExplain(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LaunchFailure) || process.env['MADOGUCHI_DEBUG']) throw error;
    console.error(error.message);
    return process.exit(1);
  }
}
