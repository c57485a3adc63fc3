import type { RosterReference } from '../../protocol/roster/roster-reference';
import { sha256 } from '../digest';

export interface RosterFile {
  readonly reference: Pick<RosterReference, 'digest' | 'size'>;
  /** The armored age file. */
  readonly armored: string;
}

/** Whether this is the file that the signed configuration names. */
export async function isRosterAsSigned({ reference, armored }: RosterFile): Promise<boolean> {
  const bytes = new TextEncoder().encode(armored);
  return bytes.byteLength === reference.size && (await sha256(bytes)) === reference.digest;
}
