import type { CheckResult, CheckVerdict, PhotoCheck } from '../judgement/checks';

/** The checks as they are shown to people: seven lines, in the order in which they are put right. */
export const checkGroups = {
  oneFace: ['face', 'oneFace'],
  place: ['size', 'position'],
  straight: ['roll', 'yaw', 'pitch'],
  eyesAndMouth: ['darkGlasses', 'headCovering', 'bareFace', 'eyesOpen', 'gaze', 'mouthClosed', 'neutralExpression'],
  light: ['brightness', 'evenLight', 'glare'],
  clear: ['sharpness', 'noise'],
  background: ['plainBackground'],
} as const satisfies Record<string, readonly PhotoCheck[]>;
export type CheckGroup = keyof typeof checkGroups;

export interface GroupVerdict {
  readonly group: CheckGroup;
  readonly verdict: CheckVerdict;
}

const worstFirst: readonly CheckVerdict[] = ['failed', 'advised', 'passed', 'waived', 'notChecked'];

/** One verdict for each line: the worst of its checks. */
export function groupVerdicts(results: readonly CheckResult[]): readonly GroupVerdict[] {
  return Object.entries(checkGroups).map(([group, checks]) => {
    const members: readonly PhotoCheck[] = checks;
    const verdicts = results.filter(({ check }) => members.includes(check)).map(({ verdict }) => verdict);
    const verdict = worstFirst.find((candidate) => verdicts.includes(candidate)) ?? 'notChecked';
    return { group: group as CheckGroup, verdict };
  });
}
