import { rosterLimits } from '../../domain/roster/roster';
import { instantField, sha256Field } from '../fields';
import { wireLimits } from '../limits';
import { z } from '../zod';

/**
 * What the signed configuration says of an opening's roster: which sealed file it is, and when it is to be destroyed. A
 * server can keep the file back but cannot put another in its place.
 */
export const rosterReferenceSchema = z.strictObject({
  /** SHA-256 of the armored age file, and its bytes. */
  digest: sha256Field,
  size: z.int().min(1).max(wireLimits.rosterBytes),
  people: z.int().min(1).max(rosterLimits.people),
  destroyAt: instantField,
});
export type RosterReference = z.infer<typeof rosterReferenceSchema>;
