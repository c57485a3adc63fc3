import { armor, Decrypter } from 'age-encryption';
import { type RosterDocument, rosterDocumentSchema } from '../../protocol/roster/roster-document';
import { isRosterAsSigned, type RosterFile } from './roster-file';

export type RosterOpening =
  | { readonly kind: 'opened'; readonly roster: RosterDocument }
  /** Not the file that the signed configuration names. */
  | { readonly kind: 'altered' }
  /** The card is that of another roster. */
  | { readonly kind: 'otherCard' }
  /** Opened, and not a roster of this opening. */
  | { readonly kind: 'otherContents' };

export interface SealedRoster extends RosterFile {
  readonly openingId: string;
}

/**
 * Opens a roster on a tablet with the identity of its day card, in memory. It opens nothing else: an envelope is
 * sealed to the office's recipients, whose identities never come to a tablet, and what is no roster is not returned.
 */
export async function openRoster(sealed: SealedRoster, identity: string): Promise<RosterOpening> {
  if (!(await isRosterAsSigned(sealed))) return { kind: 'altered' };
  const text = await decrypt(sealed.armored, identity);
  if (text === undefined) return { kind: 'otherCard' };
  const roster = parseRoster(text);
  return roster?.openingId === sealed.openingId ? { kind: 'opened', roster } : { kind: 'otherContents' };
}

async function decrypt(armored: string, identity: string): Promise<string | undefined> {
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return await decrypter.decrypt(armor.decode(armored), 'text');
  } catch {
    return undefined;
  }
}

function parseRoster(text: string): RosterDocument | undefined {
  try {
    return rosterDocumentSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
