import type { OverrideReason } from '../../domain/photo/exceptions/override';
import type { PhotoCheck } from '../../domain/photo/judgement/checks';
import { failedChecks } from '../../domain/photo/judgement/judge';
import type { ApplicationDocument } from '../../protocol/application-document';

type DescribedPhoto = ApplicationDocument['photo'];

/** What the checks of a photo say, in the office's words. */
const checkWords: Readonly<Record<PhotoCheck, string>> = {
  face: '顔',
  oneFace: 'ほかの人',
  size: '大きさ',
  position: '位置',
  roll: '傾き',
  yaw: '横向き',
  pitch: '上下の向き',
  darkGlasses: '色の濃い眼鏡',
  headCovering: '頭をおおうもの',
  bareFace: '顔をおおうもの',
  eyesOpen: '目',
  gaze: '視線',
  mouthClosed: '口',
  neutralExpression: '表情',
  brightness: '明るさ',
  evenLight: '影',
  glare: '反射',
  sharpness: 'ぼけ',
  noise: 'ざらつき',
  plainBackground: '背景',
};

const reasonWords: Readonly<Record<OverrideReason, string>> = {
  religiousCovering: '宗教上の理由',
  medicalCovering: '病気や治療',
  wigOrBandage: 'かつら・包帯',
  eyepatchOrDarkGlasses: '眼帯・色の濃い眼鏡が必要',
  infantOrCannotSit: '乳幼児・座れない',
  bedriddenOrParalysis: '寝たきり・体が動かない',
  eyesOrGaze: '目・視線の事情',
  wheelchairOrTubes: '車いす・チューブ',
  judgedByEye: '目視で問題なし',
};

/** よい, what failed, or that nothing was checked; empty where there is no photo or no report. */
export function photoVerdictWords(photo: DescribedPhoto): string {
  if (!photo?.report) return '';
  const { checks } = photo.report;
  if (checks.every(({ verdict }) => verdict === 'notChecked')) return '未確認';
  const failed = failedChecks(checks);
  return failed.length === 0 ? 'よい' : failed.map((check) => checkWords[check]).join('・');
}

/** Why it is used in spite of a check, and who said so. */
export function photoReasonWords(photo: DescribedPhoto): string {
  const overrides = photo?.report?.overrides ?? [];
  return overrides.map(({ reason, by }) => `${reasonWords[reason]}（${by ?? 'ご本人'}）`).join(' ');
}
