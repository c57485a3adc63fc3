// @ts-check

/** Oldest Node release line that runs this product: major and minor. */
export const oldestNode = { major: 20, minor: 19 };

/**
 * What is wrong with a Node version (`20.19.0`), in one line; undefined where it is new enough.
 * @param {string} version
 * @returns {string | undefined}
 */
export function findNodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor);
  if (isNewEnough) return undefined;
  const needed = `${oldestNode.major}.${oldestNode.minor}`;
  return `Madoguchi needs Node ${needed} or newer; this is Node ${version}. Install a newer one from https://nodejs.org.`;
}

/** Ends the process with one line where Node is too old. Imported before anything that an old Node cannot parse. */
export function requireNode() {
  const problem = findNodeProblem(process.versions.node);
  if (problem === undefined) return;
  console.error(problem);
  process.exit(1);
}
