import { expect, test } from 'vitest';
import { watchTrackEnd } from '../../src/capture/cameras';

/** A camera track as far as its end goes: Node has events, but no cameras. */
class Track extends EventTarget {
  readyState: MediaStreamTrackState = 'live';

  unplug(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

function streamOf(...tracks: Track[]): MediaStream {
  return { getVideoTracks: () => tracks } as unknown as MediaStream;
}

test('a camera that goes away is reported once', () => {
  const tracks = [new Track(), new Track()];
  let reports = 0;
  watchTrackEnd(streamOf(...tracks), () => (reports += 1));
  for (const track of tracks) track.unplug();
  expect(reports).toBe(1);
});

test('a camera that is already gone is reported too, after the caller is done', async () => {
  const track = new Track();
  track.unplug();
  let reports = 0;
  watchTrackEnd(streamOf(track), () => (reports += 1));
  expect(reports).toBe(0);
  await Promise.resolve();
  expect(reports).toBe(1);
});

test('nothing is reported once nobody watches', async () => {
  const [early, late] = [new Track(), new Track()];
  early.unplug();
  let reports = 0;
  watchTrackEnd(streamOf(early, late), () => (reports += 1))();
  late.unplug();
  await Promise.resolve();
  expect(reports).toBe(0);
});
