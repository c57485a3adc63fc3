import { addMonths, type Day } from '../../domain/calendar/day';
import type { ReplyEnvelope } from '../../domain/reply-envelope/reply-envelope';

/** What slips of the invented municipality say. */
export const demoSlip = { collectAt: '見本市役所 1階 市民課（架空の市です）' };

/** An envelope to nobody: neither the town nor the post office nor the approval exists. */
export function demoReplyEnvelope(today: Day) {
  return {
    mark: '見本',
    validUntil: addMonths(today, 12),
    postalCode: '9990000',
    addressee: ['見本県見本市見本町0番地', '見本市役所 市民課 行（架空の宛先です）'],
    approval: { office: '見本局', number: '0000', isDeferred: false },
  } satisfies ReplyEnvelope;
}
