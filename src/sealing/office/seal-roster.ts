import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type RosterDocument, rosterDocumentSchema } from '../../protocol/roster/roster-document';
import type { RosterReference } from '../../protocol/roster/roster-reference';
import { sha256 } from '../digest';
import { formatDayCard } from '../roster/day-card';

export interface NewRoster {
  /** The armored age file. */
  readonly armored: string;
  readonly reference: Pick<RosterReference, 'digest' | 'size' | 'people'>;
  /** The QR of the day card: the only copy of the key. */
  readonly dayCard: string;
}

/** Seals a roster to a key of its own, which goes onto the day card and nowhere else. Throws where it is none. */
export async function sealRoster(roster: RosterDocument): Promise<NewRoster> {
  if (!rosterDocumentSchema.safeParse(roster).success) throw new TypeError('no station would take this roster');
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const armored = armor.encode(await encrypter.encrypt(JSON.stringify(roster)));
  const bytes = new TextEncoder().encode(armored);
  const reference = { digest: await sha256(bytes), size: bytes.byteLength, people: roster.people.length };
  return { armored, reference, dayCard: formatDayCard(identity) };
}
