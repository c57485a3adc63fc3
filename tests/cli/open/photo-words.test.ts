import { expect, it } from 'vitest';
import { photoReasonWords, photoVerdictWords } from '../../../src/cli/open/photo-words';
import type { ApplicationDocument } from '../../../src/protocol/application-document';
import { photoReportSchema } from '../../../src/protocol/photo/photo-report';
import { samplePhotoDocument } from '../../support/sample-application';
import { sampleMeasures, sampleReport } from '../../support/sample-shot';

type Report = NonNullable<NonNullable<ApplicationDocument['photo']>['report']>;
const withReport = (report: Report | null): ApplicationDocument['photo'] => ({ ...samplePhotoDocument(), report });

it('says that a photo passed, what it failed, or that nobody checked', () => {
  const failing = photoReportSchema.parse(sampleReport(sampleMeasures({ sharpness: 1, eyeOpening: 0.1 })));
  expect(photoVerdictWords(samplePhotoDocument())).toBe('よい');
  expect(photoVerdictWords(withReport(failing))).toBe('目・ぼけ');
  expect(photoVerdictWords(withReport(photoReportSchema.parse(sampleReport(null))))).toBe('未確認');
  expect(photoVerdictWords(withReport(null))).toBe('');
  expect(photoVerdictWords(null)).toBe('');
});

it('says why a photo is used all the same, and who said so', () => {
  const report = photoReportSchema.parse(sampleReport());
  const overrides: Report['overrides'] = [
    { checks: ['eyesOpen'], reason: 'eyesOrGaze', by: 'attendant-1' },
    { checks: ['gaze'], reason: 'judgedByEye', by: null },
  ];
  expect(photoReasonWords(withReport({ ...report, overrides }))).toBe('目・視線の事情（attendant-1） 目視で問題なし（ご本人）');
  expect(photoReasonWords(samplePhotoDocument())).toBe('');
});
