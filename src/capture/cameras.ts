export interface Camera {
  readonly deviceId: string;
  /** As the device calls itself; empty until the camera has been allowed. */
  readonly label: string;
}

/** TypeScript has it always there; browsers hide it from pages that are not secure. */
function findMediaDevices(): MediaDevices | undefined {
  return navigator.mediaDevices;
}

/** The cameras there are. Empty where there are none, or where the browser does not say before permission. */
export async function listCameras(): Promise<readonly Camera[]> {
  try {
    const devices = (await findMediaDevices()?.enumerateDevices()) ?? [];
    return devices
      .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
      .map(({ deviceId, label }) => ({ deviceId, label }));
  } catch {
    return [];
  }
}

/** Calls back whenever a device was plugged in or out. Returns what stops it. */
export function watchCameras(onChange: () => void): () => void {
  const devices = findMediaDevices();
  devices?.addEventListener('devicechange', onChange);
  return () => devices?.removeEventListener('devicechange', onChange);
}

/**
 * Calls back once when a stream's camera goes away by itself (unplugged, permission withdrawn), also where it
 * already has. Stopping the stream oneself is not reported. Returns what stops it.
 */
export function watchTrackEnd(stream: MediaStream, onEnded: () => void): () => void {
  const watching = new AbortController();
  const report = (): void => {
    if (watching.signal.aborted) return;
    watching.abort();
    onEnded();
  };
  for (const track of stream.getVideoTracks()) {
    track.addEventListener('ended', report, { signal: watching.signal });
    if (track.readyState === 'ended') queueMicrotask(report);
  }
  return () => watching.abort();
}
