import { addDays, type Day } from '../calendar/day';
import { type Edition, isEditionValid } from '../rules/edition-rule';

/**
 * 返信用封筒, to be printed, cut out and glued by whoever applies by post. All of it is the municipality's to say; the
 * product ships none. Its edition is data with a last day: 差出有効期間.
 */
export interface ReplyEnvelope extends Omit<Edition, 'item'> {
  /** 1234567 */
  readonly postalCode: string;
  /** To whom it goes, line by line, as it is to be read. */
  readonly addressee: readonly string[];
  /** 料金受取人払, as the post office approved it; null where the sender puts a stamp on. */
  readonly approval: {
    readonly office: string;
    readonly number: string;
    /** 料金後納: a frame within the frame. */
    readonly isDeferred: boolean;
  } | null;
}

/** An envelope that is handed out now is posted some days later. */
const daysUntilPosted = 14;

export type ReplyEnvelopeChoice =
  | { readonly kind: 'valid' | 'endsSoon'; readonly envelope: ReplyEnvelope }
  /** All have ended, this one last: none may be handed out. */
  | { readonly kind: 'expired'; readonly envelope: ReplyEnvelope }
  | { readonly kind: 'none' };

/** The envelope to hand out on a day: of those that still count, the one that counts longest. */
export function chooseReplyEnvelope(envelopes: readonly ReplyEnvelope[], day: Day): ReplyEnvelopeChoice {
  const [envelope] = [...envelopes].sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
  if (!envelope) return { kind: 'none' };
  const countsOn = (later: number): boolean => isEditionValid({ ...envelope, item: 'replyEnvelope' }, addDays(day, later));
  if (!countsOn(0)) return { kind: 'expired', envelope };
  return { kind: countsOn(daysUntilPosted) ? 'valid' : 'endsSoon', envelope };
}

function endOf({ validUntil }: ReplyEnvelope): string {
  return validUntil ?? '9999-12-31';
}
