import type { Needle } from './needle';
import type { AnchorHit, NeedleIndex } from './needle-index';
import { distinctBytesOfWindow, neighbourBytes, photoWindowBytes, shortestRunCharacters, togetherMargin } from './secret';

/** A part of a needle that stands in the searched bytes, as long as it goes. */
interface Run {
  readonly needle: Needle;
  /** Offsets in the needle. */
  readonly from: number;
  readonly to: number;
  /** Offset in the searched bytes. */
  readonly at: number;
  /** Whole characters, or bytes. */
  readonly length: number;
}

/** A secret found; says where and how much, never what. */
export interface Find {
  readonly secret: string;
  readonly encoding: Needle['encoding'];
  readonly length: number;
}

/** All finds in one piece of bytes, judged by the rule that `Secret` explains. */
export function findRuns(index: NeedleIndex, bytes: Buffer): Find[] {
  const finds: Find[] = [];
  const short = new Map<Needle, Run[]>();
  for (const run of runsIn(index, bytes)) {
    const { secret, encoding } = run.needle;
    const find = { secret: secret.name, encoding, length: run.length };
    if (isFindAlone(run, bytes)) finds.push(find);
    else if (secret.kind === 'text' && run.length >= shortestRunCharacters) {
      const neighbours = (short.get(run.needle) ?? []).filter((other) => run.at - other.at <= neighbourBytes);
      if (neighbours.some((other) => isFindTogether(run, other))) finds.push(find);
      short.set(run.needle, [...neighbours, run]);
    }
  }
  return finds;
}

function* runsIn(index: NeedleIndex, bytes: Buffer): Generator<Run> {
  const coveredUntil = new Map<string, number>();
  const ids = new Map<Needle, number>();
  for (const hit of index.hitsIn(bytes)) {
    const id = ids.get(hit.needle) ?? ids.size;
    ids.set(hit.needle, id);
    const diagonal = `${String(id)} ${String(hit.at - hit.offset)}`;
    if ((coveredUntil.get(diagonal) ?? 0) > hit.at) continue;
    const run = extend(hit, bytes);
    coveredUntil.set(diagonal, run.at + run.to - run.from);
    yield run;
  }
}

function extend({ needle, offset, at }: AnchorHit, bytes: Buffer): Run {
  let before = 0;
  while (before < offset && before < at && needle.bytes[offset - before - 1] === bytes[at - before - 1]) before += 1;
  let after = 0;
  while (offset + after < needle.bytes.length && needle.bytes[offset + after] === bytes[at + after]) after += 1;
  const [from, to] = [offset - before, offset + after];
  const whole = needle.characterOffsets.filter((start) => start >= from && start <= to).length - 1;
  return { needle, from, to, at: at - before, length: needle.encoding === 'bytes' ? to - from : Math.max(0, whole) };
}

function isFindAlone(run: Run, bytes: Buffer): boolean {
  const { secret } = run.needle;
  if (secret.kind === 'text') return run.length >= secret.aloneFrom;
  if (secret.kind === 'bytes') return hasTellingWindow(bytes.subarray(run.at, run.at + run.length));
  return run.to - run.from === run.needle.bytes.length && !isWithinNumber(run, bytes);
}

function hasTellingWindow(run: Buffer): boolean {
  for (let at = 0; at + photoWindowBytes <= run.length; at += photoWindowBytes / 4) {
    if (new Set(run.subarray(at, at + photoWindowBytes)).size >= distinctBytesOfWindow) return true;
  }
  return false;
}

function isWithinNumber({ needle, at }: Run, bytes: Buffer): boolean {
  const unit = needle.encoding === 'utf8' ? 1 : 2;
  const digitByte = needle.encoding === 'utf16be' ? 1 : 0;
  const isDigit = (unitAt: number): boolean => {
    const code = unitAt < 0 ? undefined : bytes[unitAt + digitByte];
    const other = unit === 1 ? 0 : bytes[unitAt + 1 - digitByte];
    return code !== undefined && code >= 0x30 && code <= 0x39 && other === 0;
  };
  return isDigit(at - unit) || isDigit(at + needle.bytes.length);
}

/** Two runs of one needle: different parts of it, so that one part twice is not taken for more of it. */
function isFindTogether(run: Run, other: Run): boolean {
  if (run.needle.secret.kind !== 'text') return false;
  const isSamePart = run.from < other.to && other.from < run.to;
  return !isSamePart && run.length + other.length >= run.needle.secret.aloneFrom + togetherMargin;
}
