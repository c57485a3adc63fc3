import { municipalityField } from '../../protocol/fields';
import { z } from '../../protocol/zod';
import { getJsonFile, writeJsonFile } from '../files/json-file';
import type { OfficeFolder } from './office-folder';

const officeProfileSchema = z.strictObject({
  municipality: z.strictObject({ code: municipalityField, name: z.string().min(1).max(60), contact: z.string().max(200) }),
  recipients: z.array(z.string()).min(1).max(10),
});

/** What every configuration of this office says of it: who it is and to which age recipients stations seal. */
export type OfficeProfile = z.infer<typeof officeProfileSchema>;

export function getOfficeProfile(office: OfficeFolder): Promise<OfficeProfile> {
  return getJsonFile(office.profile, officeProfileSchema);
}

export function writeOfficeProfile(office: OfficeFolder, profile: OfficeProfile): Promise<void> {
  return writeJsonFile(office.profile, profile);
}
