import { dayOf } from '../../../src/domain/calendar/day';
import type { ReplyEnvelope } from '../../../src/domain/reply-envelope/reply-envelope';

/** Invented: no post office has this name, no town this code. */
export const sampleReplyEnvelope: ReplyEnvelope = {
  mark: '見本-2026',
  validUntil: dayOf('2027-03-31'),
  postalCode: '9990001',
  addressee: ['見本県見本市本町1丁目2番3号', '見本市役所 市民課 行'],
  approval: { office: '見本中央局', number: '1234', isDeferred: true },
};
