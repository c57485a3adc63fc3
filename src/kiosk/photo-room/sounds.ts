let audio: AudioContext | undefined;

/** A short tone; silent where the browser has no sound or does not allow it yet. */
function beep(frequencyHz: number, atS: number, lengthS: number): void {
  try {
    audio ??= new AudioContext();
    void audio.resume();
    const tone = new OscillatorNode(audio, { frequency: frequencyHz });
    const volume = new GainNode(audio, { gain: 0.08 });
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + atS);
    tone.stop(audio.currentTime + atS + lengthS);
  } catch {
    audio = undefined;
  }
}

/** All is well: hold still. */
export function playHold(): void {
  beep(880, 0, 0.08);
}

/** A photo was taken. */
export function playShutter(): void {
  beep(1320, 0, 0.06);
  beep(1760, 0.09, 0.09);
}
