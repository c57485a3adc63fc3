/** Everything that can be wrong with a camera, each with its own way on. */
export const cameraProblems = ['denied', 'busy', 'missing', 'unplugged', 'insecure', 'failed'] as const;
export type CameraProblem = (typeof cameraProblems)[number];

/** Names of getUserMedia's errors (Media Capture and Streams, 10.2), with older browsers' own. */
const problemOfName: ReadonlyMap<string, CameraProblem> = new Map([
  ['NotAllowedError', 'denied'],
  ['PermissionDeniedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotReadableError', 'busy'],
  ['TrackStartError', 'busy'],
  ['AbortError', 'busy'],
  ['NotFoundError', 'missing'],
  ['DevicesNotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
]);

/**
 * Reads whatever asking for a camera failed with. Browsers take the camera away from pages that were not
 * loaded over HTTPS (or from localhost), so there any failure means that.
 */
export function readCameraProblem(error: unknown, isSecure: boolean = globalThis.isSecureContext): CameraProblem {
  if (!isSecure) return 'insecure';
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  return (typeof name === 'string' && problemOfName.get(name)) || 'failed';
}
