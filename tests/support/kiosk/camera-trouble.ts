interface WithStreams {
  openStreams?: MediaStream[];
  refuseCamera?: string;
}

/** Runs in the page before the app: lets a journey refuse the camera by an error's name, and reach open streams. */
export function prepareCameraTrouble(): void {
  const state = globalThis as WithStreams;
  const streams: MediaStream[] = [];
  state.openStreams = streams;
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    if (state.refuseCamera !== undefined) throw new DOMException('refused by the journey', state.refuseCamera);
    const stream = await open(constraints);
    streams.push(stream);
    return stream;
  };
}

/** Runs in the page: the next openings of the camera fail with this error; with none they succeed again. */
export function refuseCamera(errorName: string | null): void {
  const state = globalThis as WithStreams;
  if (errorName === null) delete state.refuseCamera;
  else state.refuseCamera = errorName;
}

/** Runs in the page: what the browser does when somebody pulls the camera's plug. */
export function pullPlug(): void {
  for (const track of (globalThis as WithStreams).openStreams?.flatMap((stream) => stream.getTracks()) ?? []) {
    track.stop();
    track.dispatchEvent(new Event('ended'));
  }
}

/** Runs in the page: the camera is plugged in again. */
export function putPlug(): void {
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
}

/** Runs in the page: how each stream stands that was ever opened. `off`: open, but black, because nobody looks at it. */
export function readStreams(): string[] {
  const streams = (globalThis as WithStreams).openStreams ?? [];
  return streams.map((stream) => {
    const [track] = stream.getVideoTracks();
    if (!track || track.readyState === 'ended') return 'ended';
    return track.enabled ? 'on' : 'off';
  });
}
