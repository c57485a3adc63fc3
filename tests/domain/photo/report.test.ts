import { expect, it } from 'vitest';
import { photoChecks } from '../../../src/domain/photo/judgement/checks';
import { defaultPhotoRules } from '../../../src/domain/photo/photo-rules';
import { reportPhoto } from '../../../src/domain/photo/report';
import { photoReportSchema } from '../../../src/protocol/photo/photo-report';
import { sampleMeasures, sampleReport } from '../../support/sample-shot';

it('says of every check how it went, and by which thresholds', () => {
  const { checks, thresholds } = sampleReport();
  expect(checks.map(({ check }) => check)).toEqual(photoChecks);
  expect(checks.every(({ verdict }) => verdict === 'passed')).toBe(true);
  expect(thresholds).toBe(defaultPhotoRules.thresholdsName);
});

it('says "not checked" of everything where nothing could be measured', () => {
  expect(sampleReport(null).checks.every(({ verdict }) => verdict === 'notChecked')).toBe(true);
});

it('waives what the sitting does not ask for', () => {
  const report = reportPhoto({ ...sampleReport(sampleMeasures({ eyeOpening: 0 })), sitting: 'eyeCondition' }, defaultPhotoRules);
  expect(report.checks.find(({ check }) => check === 'eyesOpen')?.verdict).toBe('waived');
});

it.each([NaN, Infinity, -Infinity])('can be sealed although a measure came out as %s', (sharpness) => {
  const report = sampleReport(sampleMeasures({ sharpness }));
  expect(report.measures?.sharpness).toBeNull();
  expect(report.checks.find(({ check }) => check === 'sharpness')?.verdict).toBe('notChecked');
  expect(photoReportSchema.safeParse(JSON.parse(JSON.stringify(report))).success).toBe(true);
});
