import { municipalityField, publicKeyField, sha256Field } from '../../protocol/fields';
import { z } from '../../protocol/zod';

/** What the server may know of an office, carried to it once by hand. */
export const officePublicSchema = z.strictObject({
  municipality: municipalityField,
  configurationKey: publicKeyField,
  administratorTokenDigest: sha256Field,
});
export type OfficePublic = z.infer<typeof officePublicSchema>;
