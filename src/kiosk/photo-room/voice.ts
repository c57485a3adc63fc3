const leastGapMs = 2500;
let lastAtMs = -leastGapMs;

/** A Japanese voice that speaks on the tablet itself: what is said here must not go to any service. */
export function findVoice(): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined;
  return speechSynthesis.getVoices().find(({ lang, localService }) => localService && lang.startsWith('ja'));
}

/** Calls back whenever the voices may have changed: browsers find them late. Returns what stops it. */
export function watchVoices(onChange: () => void): () => void {
  if (!('speechSynthesis' in globalThis)) return () => undefined;
  speechSynthesis.addEventListener('voiceschanged', onChange);
  return () => speechSynthesis.removeEventListener('voiceschanged', onChange);
}

/** Says a short line in place of the one before; lines that come too fast are left out. */
export function say(words: string, nowMs: number): void {
  const voice = findVoice();
  if (!voice || nowMs - lastAtMs < leastGapMs) return;
  lastAtMs = nowMs;
  speechSynthesis.cancel();
  const line = new SpeechSynthesisUtterance(words);
  line.voice = voice;
  line.lang = voice.lang;
  speechSynthesis.speak(line);
}

export function fallSilent(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
}
